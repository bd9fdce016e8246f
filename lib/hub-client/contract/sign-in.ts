import * as z from 'zod/mini'
import { clientId } from './wire'

/**
 * Joining with the company's own sign-in. The extension makes a PKCE verifier and keeps it, begins here, opens `url` in the browser's
 * sign-in window (`identity.launchWebAuthFlow`), and finishes with the code that comes back.
 */
export const signInStart = z.object({
  device: clientId,
  /** Where the provider sends the browser back to: this extension's own address. */
  redirectUri: z.string().check(z.regex(/^https:\/\/(?:[a-p]{32}\.chromiumapp\.org|[0-9a-f]{40}\.extensions\.allizom\.org)\/[\w/-]*$/)),
  /** S256 of the verifier. */
  codeChallenge: z.string().check(z.regex(/^[\w-]{43}$/)),
})

/** `state` comes back with the code; what comes back with another is to be thrown away. Good once, for ten minutes. */
export const signInStarted = z.object({ url: z.string(), state: z.string() })

export const signInFinish = z.object({
  device: clientId,
  deviceName: z.optional(z.string().check(z.maxLength(100))),
  state: z.string().check(z.minLength(20), z.maxLength(100)),
  code: z.string().check(z.minLength(1), z.maxLength(4000)),
  verifier: z.string().check(z.regex(/^[\w.~-]{43,128}$/)),
})
