import * as z from 'zod/mini'
import type { Actor } from '@/lib/domain/person'
import { maybeText, recordId } from '../wire'

/** `GET /services/oauth2/userinfo`. */
export const userInfo = z.object({
  user_id: recordId,
  organization_id: recordId,
  name: z.string(),
  email: maybeText,
  /** IANA name of the user's time zone. */
  zoneinfo: maybeText,
})
export type UserInfo = z.infer<typeof userInfo>

export const userInfoPath = '/services/oauth2/userinfo'

export function toActor(user: UserInfo): Actor {
  return { id: user.user_id, name: user.name, email: user.email, verified: true }
}
