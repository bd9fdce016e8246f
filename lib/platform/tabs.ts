import { browser } from 'wxt/browser'

/** Addresses of tabs, as far as our host permissions show them. */
export async function tabUrl(tabId: number): Promise<string | undefined> {
  try {
    const tab = await browser.tabs.get(tabId)
    return ('pendingUrl' in tab ? tab.url : tab.url) ?? undefined
  } catch {
    return undefined
  }
}

export async function activeTab(): Promise<{ id: number; url: string | undefined } | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true })
  return tab?.id === undefined ? undefined : { id: tab.id, url: tab.url }
}

export async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url })
}

/** Shows an address in the tab that has it already, or in the active one's place in a new tab. */
export async function showTab(url: string): Promise<void> {
  const tabs = await browser.tabs.query({})
  const open = tabs.find((tab) => tab.url?.split('?')[0] === url.split('?')[0])
  if (open?.id === undefined) return openTab(url)
  await browser.tabs.update(open.id, { active: true })
  await browser.windows?.update(open.windowId, { focused: true })
}

/** Opens one of our own pages, or brings the one that is open to the front. */
export async function showOwnPage(path: string): Promise<void> {
  const url = browser.runtime.getURL(path as '/options.html')
  const page = url.split('#')[0] ?? url
  const [open] = await browser.tabs.query({ url: `${page}*` }).catch(() => [])
  if (open?.id === undefined) return openTab(url)
  await browser.tabs.update(open.id, { active: true, url })
}

export function onTabGone(gone: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener(gone)
}

/** The active tab became another one, or its address changed. */
export function onTabShown(shown: (tabId: number) => void): void {
  browser.tabs.onActivated.addListener(({ tabId }) => shown(tabId))
  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (change.url !== undefined || change.status === 'complete') shown(tabId)
  })
  browser.windows?.onFocusChanged.addListener(() => void activeTab().then((tab) => tab && shown(tab.id)))
}
