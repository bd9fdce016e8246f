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
