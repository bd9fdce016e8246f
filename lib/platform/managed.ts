import { browser } from 'wxt/browser'

/** What the organisation's policy sets; empty where there is none. Parsed by whoever asks. */
export async function readManaged(): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.managed.get(null)
  } catch {
    return {}
  }
}

export function onManagedChange(changed: () => void): void {
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') changed()
  })
}
