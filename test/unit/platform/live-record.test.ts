import { describe, expect, it, vi } from 'vitest'
import type { RecordRef } from '@/lib/domain/record-ref'
import { liveRecord } from '@/lib/platform/live-record'

const here: RecordRef = { crm: 'hubspot', org: '1', kind: 'contact', id: '10' }
const there: RecordRef = { ...here, id: '11' }

describe('liveRecord', () => {
  it.each<[string, (RecordRef | undefined)[], RecordRef | undefined, number[]]>([
    ['answers at once when the tab shows it', [here], here, []],
    ['looks again after 50 ms', [there, here], here, [50]],
    ['and after 150 ms', [there, undefined, here], here, [50, 100]],
    ['then tells what is there instead', [there, there, there], there, [50, 100]],
    ['or that nothing is', [there, there, undefined], undefined, [50, 100]],
  ])('%s', async (_, reads, found, waits) => {
    const sleep = vi.fn(async () => undefined)
    const left = [...reads]
    expect(await liveRecord({ read: async () => left.shift(), sleep }, here)).toEqual(found)
    expect(sleep.mock.calls.flat()).toEqual(waits)
  })
})
