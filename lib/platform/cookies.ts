import { browser } from 'wxt/browser'

/** The Salesforce session of this browser for an API origin; needs the optional `cookies` permission. */
export async function salesforceSession(apiOrigin: string): Promise<string | undefined> {
  if (!(await browser.permissions.contains({ permissions: ['cookies'] }))) return undefined
  return (await browser.cookies.get({ url: apiOrigin, name: 'sid' }))?.value
}
