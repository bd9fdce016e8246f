import type { Context } from 'hono'
import { cookieOf } from '../cookies.ts'
import type { Org, OrgUser } from '../org.ts'
import { consentPage, errorPage } from './pages.ts'
import { isRegisteredRedirect } from './redirects.ts'

const codeMs = 10 * 60_000

/** `GET authorize`: checks the request, then redirects with a code or shows the consent page. */
export function authorize(c: Context, org: Org): Response {
  const asked = c.req.query()
  const broken = pageError(org, asked)
  if (broken !== undefined) return errorPage(broken.error, broken.description)
  const refused = redirectError(org, asked)
  if (refused !== undefined) return redirectWith(asked, refused)
  return org.switches.autoApprove ? approve(c, org, asked) : consentPage(org, currentUser(c, org, asked), asked)
}

/** `POST authorize`: the consent page's answer. */
export async function answerConsent(c: Context, org: Org): Promise<Response> {
  const form = Object.fromEntries(Object.entries(await c.req.parseBody()).map(([name, value]) => [name, String(value)]))
  const broken = pageError(org, form)
  if (broken !== undefined) return errorPage(broken.error, broken.description)
  if (form.answer !== 'allow') return redirectWith(form, { error: 'access_denied', error_description: 'end-user denied authorization' })
  return approve(c, org, form)
}

/** Errors that must not be sent to an unchecked address: they stay on a page. */
function pageError(org: Org, asked: Record<string, string>): { error: string; description: string } | undefined {
  if (!org.switches.clientIds.includes(asked.client_id ?? '')) return { error: 'invalid_client_id', description: 'client identifier invalid' }
  if (!isRegisteredRedirect(asked.redirect_uri ?? '')) return { error: 'redirect_uri_mismatch', description: 'redirect_uri must match configuration' }
  return undefined
}

function redirectError(org: Org, asked: Record<string, string>): Record<string, string> | undefined {
  if (org.switches.appBlocked) return { error: 'OAUTH_APP_BLOCKED', error_description: 'this app is blocked by admin' }
  if (asked.response_type !== 'code') return { error: 'unsupported_response_type', error_description: 'response type not supported' }
  if (asked.code_challenge === undefined) return { error: 'invalid_request', error_description: 'missing required code challenge' }
  // jsforce leaves the method out, so the real service takes S256 for granted.
  if ((asked.code_challenge_method ?? 'S256') !== 'S256') return { error: 'invalid_request', error_description: 'invalid code challenge method' }
  if (!/^[A-Za-z0-9_-]{43}$/.test(asked.code_challenge)) return { error: 'invalid_request', error_description: 'invalid code challenge' }
  return undefined
}

function approve(c: Context, org: Org, asked: Record<string, string>): Response {
  const code = org.sessions.issueCode({
    user: currentUser(c, org, asked),
    clientId: asked.client_id ?? '',
    redirectUri: asked.redirect_uri ?? '',
    scopes: (asked.scope ?? 'api id').split(/\s+/),
    challenge: asked.code_challenge ?? '',
    expiresAt: org.clock() + codeMs,
  })
  return redirectWith(asked, { code })
}

/** The signed-in user of the browser, or the one `login_hint` names, or the org's first. */
function currentUser(c: Context, org: Org, asked: Record<string, string>): OrgUser {
  const session = org.sessions.find(cookieOf(c.req.raw, 'sid') ?? '', org.clock())
  const hinted = org.plan.users.find((user) => user.email === asked.login_hint)
  const [first] = org.plan.users
  const user = hinted ?? session?.user ?? first
  if (user === undefined) throw new Error(`${org.plan.key} has no users`)
  return user
}

function redirectWith(asked: Record<string, string>, result: Record<string, string>): Response {
  const target = new URL(asked.redirect_uri ?? '')
  for (const [name, value] of Object.entries(result)) target.searchParams.set(name, value)
  if (asked.state !== undefined) target.searchParams.set('state', asked.state)
  return new Response(null, { status: 302, headers: { location: target.href, 'cache-control': 'no-store' } })
}
