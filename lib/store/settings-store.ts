import * as z from 'zod/mini'
import type { Clock } from '@/lib/domain/ports'
import type { LocalArea, SettingItem, SettingsStore, WarningStore } from '@/lib/domain/store-ports'

const stored = z.strictObject({ version: z.number(), value: z.unknown() })

/** Versioned settings in the browser's `storage.local`, which outlives a lost database. Never for secrets. */
export function createSettingsStore({ area, warnings, clock }: {
  area: LocalArea
  warnings: Pick<WarningStore, 'raise' | 'dismiss'>
  clock: Pick<Clock, 'now'>
}): SettingsStore {
  function open<T>(item: SettingItem<T>, raw: unknown): T {
    const { version, value } = stored.parse(raw)
    return item.parse(version < item.version && item.lift ? item.lift(value, version) : value)
  }

  return {
    async get(item) {
      const raw = await area.get(item.key)
      if (raw === undefined || raw === null) return item.fallback
      try {
        return open(item, raw)
      } catch {
        await warnings.raise({ id: `settings-reset:${item.key}`, kind: 'settings-reset', detail: item.key }, clock.now()).catch(() => undefined)
        return item.fallback
      }
    },
    async set(item, value) {
      await area.set(item.key, { version: item.version, value: item.parse(value) })
      await warnings.dismiss(`settings-reset:${item.key}`).catch(() => undefined)
    },
    remove: (item) => area.remove([item.key]),
  }
}
