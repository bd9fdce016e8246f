/** The API host of an org from whatever a person pastes: a page's address, a Lightning host, a My Domain host; else undefined. */
export function apiHostOf(pasted: string): string | undefined {
  const host = hostOf(pasted.trim())
  if (!host) return undefined
  const api = host.replace(/\.lightning\.force\.com$/, '.my.salesforce.com').replace(/\.my\.salesforce-setup\.com$/, '.my.salesforce.com')
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*\.my\.(salesforce\.(com|mil)|sfcrmproducts\.cn)$/.test(api) ? api : undefined
}

function hostOf(text: string): string | undefined {
  try {
    return new URL(/^https?:/i.test(text) ? text : `https://${text}`).hostname
  } catch {
    return undefined
  }
}
