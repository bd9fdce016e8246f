import { AppError } from '@/lib/domain/errors'
import type { CompanyAsk, Joined } from '@/lib/domain/hub-port'
import { joined, signInStarted } from './contract'
import { createHubHttp, type HubCall } from './http'
import { toMember } from './wire-mapping'

const verifierBytes = 32

/**
 * Joins a hub with the company's own sign-in. The PKCE verifier never leaves this browser before the code it belongs to is there.
 * @throws AppError `not-set-up` where the hub offers none, `cancelled`, `forbidden` for whom it does not let in, `untrusted`
 */
export async function signInWithCompany(fetch: typeof globalThis.fetch, address: string, { device, deviceName, redirectUri, visit }: CompanyAsk): Promise<Joined> {
  const call = createHubHttp({ url: address, fetch })
  const ask = async <T>(wanted: HubCall<T>): Promise<T> => {
    const answer = await call(wanted)
    if (answer.unchanged) throw new AppError('bad-reply')
    return answer.value
  }
  const verifier = base64url(crypto.getRandomValues(new Uint8Array(verifierBytes)))
  const codeChallenge = base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))))
  const { url, state } = await ask({ method: 'POST', path: '/sign-in/start', body: { device, redirectUri, codeChallenge }, answer: signInStarted })
  const back = new URL(await visit(url)).searchParams
  if (back.get('state') !== state) throw new AppError('untrusted', { detail: 'state' })
  const code = back.get('code')
  if (code === null) throw new AppError(back.get('error') === 'access_denied' ? 'cancelled' : 'forbidden', { detail: back.get('error') ?? undefined })
  const { token, sessionId, person } = await ask({ method: 'POST', path: '/sign-in/finish', body: { device, deviceName, state, code, verifier }, answer: joined })
  return { token, sessionId, member: toMember(person) }
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
