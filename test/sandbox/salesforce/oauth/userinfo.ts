import type { Context } from 'hono'
import type { Org } from '../org.ts'

/** `userinfo` and the identity address: who the token belongs to. Unknown tokens get 403 with a bare text, as documented for identity. */
export function answerUserinfo(c: Context, org: Org): Response {
  const token = /^(?:Bearer|OAuth) (.+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? c.req.query('oauth_token')
  if (token === undefined) return new Response('Missing_OAuth_Token', { status: 403, headers: { 'content-type': 'text/html;charset=UTF-8' } })
  const session = org.sessions.find(token, org.clock())
  if (session === undefined || session.kind === 'page') return new Response('Bad_OAuth_Token', { status: 403, headers: { 'content-type': 'text/html;charset=UTF-8' } })
  const { plan } = org
  const { user } = session
  const home = `https://${plan.apiHost}`
  const data = `${home}/services/data/v{version}/`
  const identity = `https://login.salesforce.com/id/${plan.id}/${user.id}`
  return Response.json({
    sub: identity,
    id: identity,
    user_id: user.id,
    organization_id: plan.id,
    preferred_username: user.email,
    username: user.email,
    nickname: user.email.split('@')[0],
    name: user.name,
    display_name: user.name,
    email: user.email,
    email_verified: true,
    given_name: user.firstName,
    family_name: user.lastName,
    zoneinfo: 'Europe/Berlin',
    photos: { picture: `${home}/profilephoto/005/F`, thumbnail: `${home}/profilephoto/005/T` },
    profile: `${home}/${user.id}`,
    picture: `${home}/profilephoto/005/F`,
    is_salesforce_integration_user: false,
    urls: { rest: data, sobjects: `${data}sobjects/`, query: `${data}query/`, custom_domain: home },
    active: true,
    user_type: 'STANDARD',
    language: 'en_US',
    locale: 'en_GB',
    utcOffset: 3_600_000,
    updated_at: '2026-07-01T09:00:00Z',
    is_app_installed: true,
  })
}
