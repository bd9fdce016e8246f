/** What a pasted invite holds: whose, and the code. */
export interface HubInvite { address: string; code: string }

const codeShape = /^[\w-]{20,100}$/

/**
 * An invite link (`https://hub/join#code`), or a code alone where the hub's address is known. `undefined` for anything else, and
 * for a hub that would be spoken to in the clear.
 */
export function parseInvite(text: string, knownAddress: string | undefined): HubInvite | undefined {
  const trimmed = text.trim()
  if (codeShape.test(trimmed)) {
    const address = knownAddress && hubAddress(knownAddress)
    return address ? { address, code: trimmed } : undefined
  }
  if (!URL.canParse(trimmed)) return undefined
  const code = new URL(trimmed).hash.slice(1)
  const address = hubAddress(trimmed)
  return address && codeShape.test(code) ? { address, code } : undefined
}

/** The origin of a hub: https, or http on this machine. Without a slash at the end. */
export function hubAddress(text: string): string | undefined {
  const trimmed = text.trim()
  if (!URL.canParse(trimmed)) return undefined
  const { protocol, hostname, origin } = new URL(trimmed)
  const here = hostname === 'localhost' || hostname === '127.0.0.1'
  return protocol === 'https:' || (protocol === 'http:' && here) ? origin : undefined
}
