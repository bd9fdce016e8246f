import { browser } from 'wxt/browser'
import type { LocalArea, SessionArea } from '@/lib/domain/store-ports'

interface Area {
  get(keys?: string | null): Promise<Record<string, unknown>>
  set(items: Record<string, unknown>): Promise<void>
  remove(keys: string[]): Promise<void>
}

function areaOver(area: Area): SessionArea {
  return {
    keys: async () => Object.keys(await area.get(null)),
    get: async (key) => (await area.get(key))[key],
    set: (key, value) => area.set({ [key]: value }),
    remove: (keys) => area.remove(keys),
  }
}

/** `storage.local`, closed to content scripts where the browser can do that (Firefox cannot: no secret goes in here). */
export async function openLocalArea(): Promise<LocalArea> {
  const { local } = browser.storage
  if ('setAccessLevel' in local) await local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => undefined)
  return areaOver(local)
}

/** `storage.session`: memory only. */
export function openSessionArea(): SessionArea {
  return areaOver(browser.storage.session)
}
