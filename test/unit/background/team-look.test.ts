import { expect, it, vi } from 'vitest'
import { teamHandlers } from '@/entrypoints/background/handlers/team'
import type { Services } from '@/entrypoints/background/compose'

it('reads what the library follows again, where it is due, when somebody looks, and waits for nothing', async () => {
  const [look, refreshDue] = [vi.fn(() => new Promise<never>(() => undefined)), vi.fn(() => Promise.reject(new Error('away')))]
  const handlers = teamHandlers({ team: { sync: { look }, asOf: async () => undefined }, sources: { refreshDue } } as unknown as Services)
  expect(await handlers['team.look']({}, { kind: 'desk', tabId: undefined })).toBeNull()
  expect([look.mock.calls.length, refreshDue.mock.calls.length]).toEqual([1, 1])
})
