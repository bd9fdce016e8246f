import { AppError } from '@/lib/domain/errors'
import { isPrivateAddress, safeAssetUrl } from '@/lib/domain/safe-url'

// A browser tells a script where a redirect leads only after it was followed. So a redirect into a private network costs one
// request there, without credentials and referrer, whose answer nobody reads: neither its body nor its status is kept or told.

/** A person may name a machine of their own network; one that leads on could lead to any other there, so its redirects are not followed at all. */
export function redirectFor(url: string): 'follow' | 'manual' {
  return isPrivateAddress(new URL(url).hostname) ? 'manual' : 'follow'
}

/**
 * Where the answer came from. Everything of an answer that leads into a private network nobody named is thrown away unread.
 * @throws AppError `untrusted`; detail: the host
 */
export async function expectLanding(response: Response, asked: string): Promise<string> {
  const landed = safeAssetUrl(response.url || asked)
  if (response.type !== 'opaqueredirect' && landed !== undefined && !leadsInside(landed, asked)) return landed
  await response.body?.cancel().catch(() => undefined)
  throw new AppError('untrusted', { detail: new URL(landed ?? asked).hostname })
}

function leadsInside(landed: string, asked: string): boolean {
  const { hostname } = new URL(landed)
  return isPrivateAddress(hostname) && new URL(asked).hostname !== hostname
}
