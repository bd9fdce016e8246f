// @vitest-environment happy-dom
import { QueryClientProvider, focusManager } from '@tanstack/react-query'
import { act, cleanup, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createQueryClient } from '@/components/panel/data/create-query-client'
import { useTeam } from '@/components/panel/data/use-team'
import type { Bus } from '@/lib/bus/client'
import { fullView, jonas, marta, otherView } from '../../../fakes/panel-fixtures'
import { mountPanel } from '../mount'

const minute = 60_000
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  seen('visible')
  vi.useRealTimers()
})

function seen(state: 'visible' | 'hidden'): void {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
  act(() => void window.dispatchEvent(new Event('visibilitychange')))
}
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

async function looking(answer: { at: number } | null) {
  focusManager.setFocused(undefined)
  const ask = vi.fn(async () => answer)
  const client = createQueryClient()
  renderHook(() => useTeam({ ask } as unknown as Bus, true), { wrapper: ({ children }: { children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider> })
  await pass(0)
  return ask
}

it('asks every 45 seconds while it is seen, not at all while it is hidden, and at once when it is seen again', async () => {
  const ask = await looking({ at: 1 })
  expect(ask).toHaveBeenCalledTimes(1)
  await pass(3 * 45_000)
  expect(ask).toHaveBeenCalledTimes(4)
  seen('hidden')
  await pass(30 * minute)
  expect(ask).toHaveBeenCalledTimes(4)
  seen('visible')
  await pass(0)
  expect(ask).toHaveBeenCalledTimes(5)
})

it('asks once where there is no hub', async () => {
  const ask = await looking(null)
  await pass(30 * minute)
  expect(ask).toHaveBeenCalledTimes(1)
})

it('asks on whatever the panel shows, and as often where the rep goes from lead to lead faster than that', async () => {
  vi.useRealTimers()
  const { bus } = await mountPanel({ views: [fullView, otherView], answers: { 'team.look': () => ({ at: 1 }) } })
  vi.useFakeTimers()
  bus.goTo({ show: 'today' })
  await pass(5_000)
  const looks = () => bus.of('team.look').length
  expect(looks()).toBe(1)
  await pass(2 * 45_000)
  expect(looks()).toBe(3)
  for (let turn = 0; turn < 12; turn += 1) {
    bus.goTo({ ref: turn % 2 ? marta : jonas })
    await pass(15_000)
  }
  expect(looks()).toBe(7)
})

it('asks nothing before it is set up', async () => {
  vi.useRealTimers()
  const { bus } = await mountPanel({ views: [], context: { show: 'set-up' } })
  vi.useFakeTimers()
  await pass(10 * minute)
  expect(bus.of('team.look')).toEqual([])
})
