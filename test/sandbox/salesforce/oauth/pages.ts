import { html } from 'hono/html'
import type { Org, OrgUser } from '../org.ts'

const style = 'body{font:14px/1.5 system-ui;background:#f3f3f3;margin:0}main{max-width:420px;margin:64px auto;background:#fff;border:1px solid #c9c9c9;border-radius:4px;padding:32px}button{font:inherit;padding:8px 24px;margin-right:8px}'

/** The page on which a person allows or denies the app. */
export function consentPage(org: Org, user: OrgUser, asked: Record<string, string>): Response {
  const hidden = Object.entries(asked).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)
  return page('Allow Access?', html`<h1>Allow Access?</h1>
<p>Leadside is asking to access your ${org.plan.name} data as ${user.name}: ${asked.scope ?? 'api id'}.</p>
<form method="post" action="/services/oauth2/authorize">${hidden}<button name="answer" value="allow">Allow</button><button name="answer" value="deny">Deny</button></form>`)
}

/** The page an unusable sign-in request ends on. */
export function errorPage(error: string, description: string): Response {
  return page('OAuth Error', html`<h1>We can't authorize you because of an OAuth error.</h1><p>${error}: ${description}</p>`, 400)
}

function page(title: string, body: ReturnType<typeof html>, status = 200): Response {
  const text = String(html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | Salesforce</title><style>${style}</style></head><body><main>${body}</main></body></html>`)
  return new Response(text, { status, headers: { 'content-type': 'text/html;charset=UTF-8' } })
}
