import { browser } from 'wxt/browser'

/**
 * The Salesforce session of this browser for an API origin; needs the optional `cookies` permission. Where the browser keeps
 * several identities apart (Firefox containers), it is the one of the tab that shows the org.
 */
export async function salesforceSession(apiOrigin: string): Promise<string | undefined> {
  if (!(await browser.permissions.contains({ permissions: ['cookies'] }))) return undefined
  const pages = [apiOrigin, apiOrigin.replace(/\.my\.salesforce\.com$/, '.lightning.force.com')]
  const tabs: { cookieStoreId?: string | undefined; active: boolean }[] = await browser.tabs.query({ url: pages.map((origin) => `${origin}/*`) })
  const storeId = (tabs.find(({ active }) => active) ?? tabs[0])?.cookieStoreId
  return (await browser.cookies.get({ url: apiOrigin, name: 'sid', ...(storeId === undefined ? {} : { storeId }) }))?.value
}
