import { type PageVariant, pageVariants } from '../switches.ts'

/** The policy Lightning sends: no inline scripts, frames and connections limited to the org's own hosts. */
const lightningPolicy = [
  "default-src 'self'", "script-src 'self' chrome-extension: 'unsafe-eval'", "object-src 'self'", "style-src 'self' chrome-extension: 'unsafe-inline'", "img-src 'self' data: blob:",
  "font-src 'self' data:", "media-src 'self' blob:", "frame-src 'self' https://*.my.salesforce.com https://*.file.force.com", "frame-ancestors 'self'", "connect-src 'self' https://*.my.salesforce.com",
].join('; ')

const headersByVariant: Record<PageVariant, Record<string, string>> = {
  lightning: { 'content-security-policy': lightningPolicy },
  hostile: { 'content-security-policy': lightningPolicy },
  'anchor-less': { 'content-security-policy': lightningPolicy },
  'strict-csp': { 'content-security-policy': "default-src 'self'; frame-src 'none'; frame-ancestors 'none'", 'cross-origin-opener-policy': 'same-origin' },
  coep: { 'content-security-policy': lightningPolicy, 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' },
  'csp-sandbox': { 'content-security-policy': 'sandbox allow-scripts allow-forms allow-popups' },
}

/** The variant an address asks for with `sandbox.variant`, or the org's. */
export function variantOf(url: URL, usual: PageVariant): PageVariant {
  const asked = url.searchParams.get('sandbox.variant')
  return pageVariants.find((variant) => variant === asked) ?? usual
}

/** The headers a page of this variant is served with. */
export function pageHeaders(variant: PageVariant): Record<string, string> {
  return { 'content-type': 'text/html;charset=UTF-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headersByVariant[variant] }
}
