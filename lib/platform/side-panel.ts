import { browser } from 'wxt/browser'

/** Firefox only. */
interface Sidebar { toggle(): Promise<void> }
interface Asks { leadside?: unknown; name?: unknown }
const gestures = new Set(['sidepanel.open', 'panel.open-side-panel'])

/**
 * Opens the browser's own panel. Chromium only allows it while the click is still alive, so this listener calls it before
 * anything else happens and answers by itself. The toolbar button opens the panel everywhere.
 */
export function registerSidePanel(): void {
  browser.runtime.onMessage.addListener((message: Asks | undefined, sender, reply: (answer: unknown) => void) => {
    if (sender.id !== browser.runtime.id || message?.leadside !== 1 || typeof message.name !== 'string' || !gestures.has(message.name)) return undefined
    const tabId = sender.tab?.id
    const opening = 'sidePanel' in browser && tabId !== undefined ? browser.sidePanel.open({ tabId }) : Promise.reject(new Error('no side panel'))
    void opening.then(() => true, () => false).then((opened) => reply({ ok: true, value: { opened } }))
    return true
  })
  if ('sidePanel' in browser) void browser.sidePanel.setPanelBehavior({ openPanelOnActionClick: true })
  const sidebar = (browser as { sidebarAction?: Sidebar }).sidebarAction
  if (sidebar) browser.action.onClicked.addListener(() => void sidebar.toggle())
}
