import { afterEach, describe, expect, it, vi } from 'vitest'
import { keptFormat } from '@/components/ui/locale'
import { dayText } from '@/components/ui/when'

const zone = process.env['TZ']
afterEach(() => { process.env['TZ'] = zone })

describe('a format', () => {
  it('is made once, and anew for another language', () => {
    const made = vi.fn((locale: string) => new Intl.NumberFormat(locale))
    const format = keptFormat(made)
    expect(format()).toBe(format())
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-GB', 'de'])
    format()
    expect(made.mock.calls.map(([locale]) => locale)).toEqual([expect.stringMatching(/^en/), 'en-GB'])
  })

  it.each([['Asia/Tokyo', '17'], ['America/Los_Angeles', '16']])('follows the reader to %s', (tz, day) => {
    const at = Date.UTC(2026, 2, 16, 20)
    dayText(at, at)
    process.env['TZ'] = tz
    expect(dayText(at, at)).toContain(day)
  })
})
