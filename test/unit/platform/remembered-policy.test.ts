import { expect, it, vi } from 'vitest'
import { rememberPolicy } from '@/lib/platform/remembered-policy'

function area(kept?: Record<string, unknown>) {
  const values = new Map<string, unknown>(kept ? [['managed-values', kept]] : [])
  return { values, get: async (name: string) => values.get(name), set: async (name: string, value: unknown) => void values.set(name, value) }
}
const never = () => new Promise<never>(() => undefined)
const atOnce = async () => undefined

it('S59 waits for the browser where nothing is known yet, and remembers', async () => {
  const local = area()
  const policy = rememberPolicy({ read: async () => ({ allowExport: false }), local, patience: atOnce, changed: () => undefined })
  expect(await policy()).toEqual({ allowExport: false })
  expect(local.values.get('managed-values')).toEqual({ allowExport: false })
})

it('S59 goes by what was set last time while the browser is slow to say', async () => {
  const policy = rememberPolicy({ read: never, local: area({ allowExport: false }), patience: atOnce, changed: () => undefined })
  expect(await policy()).toEqual({ allowExport: false })
})

it('S59 F44 tells when the answer is another one, and goes by it', async () => {
  const changed = vi.fn()
  const local = area({ allowExport: true })
  const policy = rememberPolicy({ read: async () => ({ allowExport: false }), local, patience: never, changed })
  expect(await policy()).toEqual({ allowExport: false })
  expect(await policy()).toEqual({ allowExport: false })
  expect(changed).toHaveBeenCalledTimes(1)
})
