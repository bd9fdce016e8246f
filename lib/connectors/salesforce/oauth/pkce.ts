/** Proof Key for Code Exchange (RFC 7636): 32 random bytes as the verifier, their SHA-256 as the challenge. */
export interface Pkce {
  verifier: string
  challenge: string
}

export async function createPkce(): Promise<Pkce> {
  const verifier = randomText(32)
  return { verifier, challenge: await challengeOf(verifier) }
}

/** RFC 7636 §4.2, method S256. */
export async function challengeOf(verifier: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))))
}

/** That many random bytes as base64url. */
export function randomText(bytes: number): string {
  return base64url(crypto.getRandomValues(new Uint8Array(bytes)))
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
