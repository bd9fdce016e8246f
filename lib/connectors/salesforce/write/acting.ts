import { AppError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/person'
import type { SalesforceDeps } from '../../ports'
import { toActor } from '../org/identity'
import type { Org } from '../org/org'
import { expectSameUser } from '../oauth/renewal'

/**
 * Who would write. A verdict is written by the person who gave it and by nobody else.
 * @param rep who clicked; `undefined` asks only who would act
 * @throws AppError `wrong-user` naming the user who is signed in
 */
export async function expectActor(deps: SalesforceDeps, org: Org, rep?: Actor): Promise<Actor> {
  if (org.mode === 'session') await followSession(deps, org)
  const actor = toActor(await org.user())
  if (rep?.verified && rep.id !== actor.id) throw new AppError('wrong-user', { detail: actor.name })
  return actor
}

/** The page may have been signed in as somebody else since the session was taken. */
async function followSession(deps: SalesforceDeps, org: Org): Promise<void> {
  const origin = `https://${org.host}`
  const key = `salesforce:${org.host}`
  const session = await deps.session?.(origin)
  const token = await deps.vault.get(key, org.userId)
  if (!session || !token || session === token.accessToken) return
  await expectSameUser(deps, origin, session, org.userId)
  await deps.vault.set(key, { ...token, accessToken: session })
}
