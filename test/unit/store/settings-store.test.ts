import * as z from 'zod/mini'
import { describe, expect, it } from 'vitest'
import { defaultSettings } from '@/lib/domain/settings'
import type { SettingItem } from '@/lib/domain/store-ports'
import { boot, createMachine } from '../../fixtures/store/machine'

const shape = z.strictObject({ size: z.number() })
const item: SettingItem<{ size: number }> = {
  key: 'dock', version: 2, fallback: { size: 1 }, parse: (value) => shape.parse(value),
  lift: (value, from) => (from === 1 ? { size: z.number().parse(value) } : value),
}

describe('settings', () => {
  it('give what was set, and the fallback before', async () => {
    const { settingsStore } = await boot(createMachine())
    expect(await settingsStore.get(item)).toEqual({ size: 1 })
    await settingsStore.set(item, { size: 5 })
    expect(await settingsStore.get(item)).toEqual({ size: 5 })
    await settingsStore.remove(item)
    expect(await settingsStore.get(item)).toEqual({ size: 1 })
  })

  it('lift what an older version wrote', async () => {
    const machine = createMachine()
    const { settingsStore, warnings } = await boot(machine)
    await machine.local.set('dock', { version: 1, value: 7 })
    expect(await settingsStore.get(item)).toEqual({ size: 7 })
    expect(await warnings.all()).toEqual([])
  })

  it.each([
    ['no envelope', 'garbage'],
    ['another shape', { version: 2, value: { size: 'x' } }],
    ['a version nobody can lift', { version: 1, value: 'x' }],
    ['the wrong type', { version: 'two', value: { size: 1 } }],
  ])('F04 give the fallback and say so: %s', async (_what, raw) => {
    const machine = createMachine()
    const { settingsStore, warnings } = await boot(machine)
    await machine.local.set('dock', raw)
    expect(await settingsStore.get(item)).toEqual({ size: 1 })
    expect(await warnings.all()).toEqual([{ id: 'settings-reset:dock', kind: 'settings-reset', detail: 'dock' }])
    expect(await machine.local.get('dock')).toEqual(raw)
    await settingsStore.set(item, { size: 2 })
    expect(await warnings.all()).toEqual([])
  })

  it('F04 garbage in every key does not keep the background from starting', async () => {
    const machine = createMachine()
    for (const key of ['settings', 'marks']) await machine.local.set(key, { born: 'x', version: [] })
    const { problem, settings, outbox } = await boot(machine)
    expect(problem).toBeUndefined()
    expect(await settings.get()).toEqual(defaultSettings)
    expect(await outbox.open()).toEqual([])
  })

  it('change only what is given', async () => {
    const { settings } = await boot(createMachine())
    await settings.save({ role: 'marketer' })
    expect(await settings.save({ retentionDays: 90 })).toEqual({ ...defaultSettings, role: 'marketer', retentionDays: 90 })
    expect(await settings.get()).toEqual({ ...defaultSettings, role: 'marketer', retentionDays: 90 })
  })
})
