import { browser } from 'wxt/browser'

export interface Capabilities {
  name: 'chromium' | 'firefox' | 'other'
  /** The dock may open the browser's side panel from a click in the page. */
  canOpenSidePanel: boolean
}

/** What this browser can do. */
export function capabilities(): Capabilities {
  const sidePanel = 'sidePanel' in browser
  return { name: import.meta.env.FIREFOX ? 'firefox' : sidePanel ? 'chromium' : 'other', canOpenSidePanel: sidePanel }
}
