/** A sign-in as the background keeps it: one per org and user. It never leaves the background. */
export interface StoredToken {
  /** Empty where the browser was restarted and only the refresh token survived: renew before use. */
  accessToken: string
  refreshToken?: string | undefined
  /** The app it was issued to: only that app can renew it. */
  clientId?: string | undefined
  /** The CRM's id of the user it acts as. */
  userId: string
  /** The only origin it may be sent to. */
  apiOrigin: string
  /** `hub`: the hub holds the token; what stands here is none. */
  mode: 'oauth' | 'session' | 'token' | 'hub'
  scopes: string[]
  /** Epoch milliseconds; 0 where the access token is gone. */
  expiresAt?: number | undefined
}

/**
 * Where sign-ins are kept. `org` is an `orgKey`. Refresh tokens and static keys are encrypted at rest; access tokens are held
 * in memory by the browser and do not survive it.
 */
export interface TokenVault {
  /** That user's sign-in or, without a user, the one stored last. `undefined` also where it cannot be decrypted any more. */
  get(org: string, userId?: string): Promise<StoredToken | undefined>
  /** Resolves when it is kept: a rotated refresh token must not be lost. */
  set(org: string, token: StoredToken): Promise<void>
  /** Forgets one user's sign-in or, without a user, all of the org. */
  remove(org: string, userId?: string): Promise<void>
}

/** The vault as the background opens it: which connections there are. */
export interface SignIns extends TokenVault {
  /** Every sign-in that is kept, without its secrets. */
  list(): Promise<{ org: string; userId: string; mode: StoredToken['mode'] }[]>
}
