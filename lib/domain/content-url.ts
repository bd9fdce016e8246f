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

function contentQuery(url: URL): string {
  if (url.search === '') return ''
  const kept = [...url.searchParams].filter(([name]) => !isTracking(name))
  kept.sort(([a, x], [b, y]) => (a === b ? order(x, y) : order(a, b)))
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * One key for all addresses of the same content: lower-case host, no default port, credentials, fragment, trailing slash
 * or tracking parameter, the remaining parameters sorted, `http` and `https` alike. A key to compare with, not an address
 * to open. `ref`, `source` and `id` stay: sites choose content by them. Anything that is no web address gives `undefined`.
 */
export function canonicalUrl(url: string): string | undefined {
  if (!/^\s*https?:/i.test(url) || !URL.canParse(url)) return undefined
  const parsed = new URL(url)
  const port = parsed.port === '' ? '' : `:${parsed.port}`
  const path = parsed.pathname.replace(/\/+$/, '')
  return `https://${parsed.hostname}${port}${path}${contentQuery(parsed)}`
}
