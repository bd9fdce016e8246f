import { browser } from 'wxt/browser'

/** Addresses of tabs, as far as our host permissions show them. */
export async function tabUrl(tabId: number): Promise<string | undefined> {
  try {
    const tab = await browser.tabs.get(tabId)
    return tab.url
  } catch {
    return undefined
  }
}

export async function activeTab(): Promise<{ id: number; url: string | undefined } | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true })
  return tab?.id === undefined ? undefined : { id: tab.id, url: tab.url }
}

/** Tabs whose address we may see: pages of CRMs and of our own. */
export async function crmTabs(): Promise<number[]> {
  const tabs = await browser.tabs.query({})
  return tabs.flatMap((tab) => (tab.id !== undefined && tab.url?.startsWith('https:') ? [tab.id] : []))
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

/** The active tab became another one, or its address changed. For pages that are open anyway: in the background it would wake a sleeping worker at every tab switch. */
export function onTabShown(shown: () => void): () => void {
  const updated = (_: number, change: { url?: string | undefined; status?: string | undefined }, tab: { active: boolean }) => {
    if (tab.active && (change.url !== undefined || change.status === 'complete')) shown()
  }
  browser.tabs.onActivated.addListener(shown)
  browser.tabs.onUpdated.addListener(updated)
  browser.windows?.onFocusChanged.addListener(shown)
  return () => {
    browser.tabs.onActivated.removeListener(shown)
    browser.tabs.onUpdated.removeListener(updated)
    browser.windows?.onFocusChanged.removeListener(shown)
  }
}
