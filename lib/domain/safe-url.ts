const onThisMachine: ReadonlySet<string> = new Set(['localhost', '127.0.0.1'])

/** Visible, unambiguous characters only: no control, space, invisible or direction mark, and no backslash, which parsers read as `/`. */
const plainWebAddress = /^https?:\/\/[^\s\p{C}\p{Z}\\]+$/iu
const hasCredentials = /^https?:\/\/[^/?#]*@/i

/**
 * The address of an asset in its normal form, or `undefined` where it may not be stored or opened: anything but `https:`,
 * or `http:` on this machine; credentials; control characters, spaces and other tricks. At most 2,000 characters.
 * Called when an asset is written and again when it is opened.
 */
export function safeAssetUrl(input: string): string | undefined {
  if (input.length > 2000 || !plainWebAddress.test(input) || hasCredentials.test(input) || !URL.canParse(input)) return undefined
  const url = new URL(input)
  const allowed = url.protocol === 'https:' || (url.protocol === 'http:' && onThisMachine.has(url.hostname))
  return allowed && url.href.length <= 2000 ? url.href : undefined
}

/** Ranges of RFC 1918, 3927, 4193, 4291 and 6598 that belong to nobody's public site, and names of this machine or network (RFC 6761, 6762). */
const privateHosts = [/^10\./, /^127\./, /^0\./, /^169\.254\./, /^192\.168\./, /^172\.(?:1[6-9]|2\d|3[01])\./, /^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./, /^\[(?:::1?|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*|::ffff:.*)\]$/i, /(?:^|\.)(?:localhost|local|internal)\.?$/i]

/** Whether a host, as `URL.hostname` writes it, is an address that only means something inside a network or on this machine. */
export function isPrivateAddress(hostname: string): boolean {
  return privateHosts.some((pattern) => pattern.test(hostname))
}
