import { browser } from 'wxt/browser'

/** A JSON file of our own package; no request leaves the browser. */
export async function readPackaged(path: string): Promise<unknown> {
  const response = await fetch(browser.runtime.getURL(`/${path}` as '/options.html'))
  return response.json()
}
