/** Parameters that say where a visitor came from or who they are, never which content is shown. Compared in lower case. */
const tracking: ReadonlySet<string> = new Set([
  'gclid', 'gclsrc', 'dclid', 'gbraid', 'wbraid', '_ga', '_gl', 'fbclid', 'msclkid', 'twclid', 'ttclid', 'yclid', 'igshid',
  'li_fat_id', 'trk', 'trkinfo', 'mkt_tok', 'epik', 's_cid', 'sc_cid', 'wickedid', 'oly_anon_id', 'oly_enc_id', 'vero_id',
  'vero_conv', 'rb_clickid', 'hsctatracking', 'hslang', 'ref_src', 'ref_url', 'referrer', 'referer', 'email',
])
const trackingPrefixes = ['utm_', 'hs_', '_hs', '__hs', 'hsa_', 'mc_', 'mtm_', 'pk_', 'piwik_', 'matomo_', 'elq', 'sfmc_']

function isTracking(name: string): boolean {
  const lower = name.toLowerCase()
  return tracking.has(lower) || trackingPrefixes.some((prefix) => lower.startsWith(prefix))
}

function contentQuery(query: string): string {
  const telling = query.slice(1).split('&').filter((pair) => pair !== '' && !isTracking(pair.split('=', 1)[0] ?? ''))
  if (telling.length === 0) return ''
  const kept = [...new URLSearchParams(telling.join('&'))].filter(([name]) => !isTracking(name))
  kept.sort(([a, x], [b, y]) => (a === b ? order(x, y) : order(a, b)))
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function addressOf(url: string): string | undefined {
  if (!/^\s*https?:/i.test(url) || !URL.canParse(url)) return undefined
  const parsed = new URL(url)
  const port = parsed.port === '' ? '' : `:${parsed.port}`
  return `https://${parsed.hostname}${port}${parsed.pathname.replace(/\/+$/, '')}`
}

/**
 * One key for all addresses of the same content: lower-case host, no default port, credentials, fragment, trailing slash
 * or tracking parameter, the remaining parameters sorted, `http` and `https` alike. A key to compare with, not an address
 * to open. `ref`, `source` and `id` stay: sites choose content by them. Anything that is no web address gives `undefined`.
 */
export function canonicalUrl(url: string): string | undefined {
  return createCanonicaliser()(url)
}

/** `canonicalUrl` for many addresses: those that differ in their query only are parsed once. */
export function createCanonicaliser(): (url: string) => string | undefined {
  const addresses = new Map<string, string | undefined>()
  return (url) => {
    const [beforeFragment = ''] = url.split('#', 1)
    const [bare = ''] = beforeFragment.split('?', 1)
    if (!addresses.has(bare)) addresses.set(bare, addressOf(bare))
    const address = addresses.get(bare)
    return address === undefined ? undefined : address + contentQuery(beforeFragment.slice(bare.length))
  }
}
