import { browser } from 'wxt/browser'

/** Whether somebody granted us an origin's pages. Patterns without a port hold for every port, and are the only ones Firefox knows. */
export function hasHost(origin: string): Promise<boolean> {
  const { protocol, hostname } = new URL(origin)
  return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] })
}
