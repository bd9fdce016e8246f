import { defaultSettings, settings } from '@/lib/domain/settings'
import type { Settings, SettingsPatch } from '@/lib/domain/settings'
import type { SettingItem, SettingsStore } from '@/lib/domain/store-ports'

export const settingsItem: SettingItem<Settings> = {
  key: 'settings',
  version: 1,
  fallback: defaultSettings,
  parse: (value) => settings.parse(value),
}

/** What a person chose on the desk. `save` changes the given fields only. */
export function createSettings(store: SettingsStore) {
  return {
    get: (): Promise<Settings> => store.get(settingsItem),
    async save(patch: SettingsPatch): Promise<Settings> {
      const next = settings.parse({ ...(await store.get(settingsItem)), ...patch })
      await store.set(settingsItem, next)
      return next
    },
  }
}
