import { browser } from 'wxt/browser'

/** The one user-assignable command; `tabId` is the tab it was pressed in. */
export function onToggle(toggled: (tabId: number) => void): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command !== 'toggle-panel') return
    if (tab?.id !== undefined) toggled(tab.id)
    else void browser.tabs.query({ active: true, lastFocusedWindow: true }).then(([active]) => active?.id !== undefined && toggled(active.id))
  })
}
