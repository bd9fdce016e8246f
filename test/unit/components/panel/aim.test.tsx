// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fullView } from '../../../fakes/panel-fixtures'
import { mountPanel, verdictButton } from '../mount'

describe('aiming', () => {
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  async function rest() {
    const { bus } = await mountPanel({ views: [fullView] })
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
    fireEvent.pointerEnter(verdictButton('Good'))
    return () => bus.of('panel.aim').length
  }

  it('looks again and again while a person aims, and no more at a pointer that only rests', async () => {
    const looks = await rest()
    vi.advanceTimersByTime(1_500)
    expect(looks()).toBe(11)
    vi.advanceTimersByTime(60_000)
    const afterwards = looks()
    expect(afterwards).toBeLessThanOrEqual(21)
    vi.advanceTimersByTime(60_000)
    expect(looks()).toBe(afterwards)
  })

  it('ends where nobody sees it any more', async () => {
    const looks = await rest()
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    vi.advanceTimersByTime(1_500)
    expect(looks()).toBe(1)
  })
})
