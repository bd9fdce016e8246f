import { browser } from 'wxt/browser'

const scriptId = 'crm-optional'

/** Runs the loader on granted government, China and proxied hosts too; needs the optional `scripting` permission. */
export async function registerOptionalHosts(patterns: readonly string[]): Promise<void> {
  if (!(await browser.permissions.contains({ permissions: ['scripting'] }))) return
  const granted: string[] = []
  for (const pattern of patterns) if (await browser.permissions.contains({ origins: [pattern] })) granted.push(pattern)
  await browser.scripting.unregisterContentScripts({ ids: [scriptId] }).catch(() => undefined)
  if (granted.length === 0) return
  await browser.scripting.registerContentScripts([{ id: scriptId, matches: granted, js: ['crm-loader.js'], runAt: 'document_idle' }])
}

/** Hosts were granted or taken away, or an update of the extension dropped what was registered. */
export function onPermissionsChange(changed: () => void): void {
  browser.runtime.onInstalled.addListener(changed)
  browser.permissions.onAdded.addListener(changed)
  browser.permissions.onRemoved.addListener(changed)
}
