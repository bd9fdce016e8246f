import { html } from 'hono/html'
import type { Portal } from '../model/portal.ts'
import { allowsRedirect } from '../oauth/apps.ts'
import type { OauthStore } from '../oauth/store.ts'
import type { Markup } from './record-view.ts'

/** What an app asks for on HubSpot's consent page, or why the page refuses. */
export type ConsentRequest =
  | { refusal: string }
  | {
      clientId: string
      name: string
      redirectUri: string
      scopes: string[]
      state: string | undefined
      codeChallenge: string | undefined
      codeChallengeMethod: string | undefined
    }

/** Reads the query of `/oauth/authorize`. */
export function readConsent(params: URLSearchParams, oauth: OauthStore): ConsentRequest {
  const app = oauth.app(params.get('client_id') ?? '')
  if (app === undefined) return { refusal: "Authorization failed because the app with this client id doesn't exist." }
  const redirectUri = params.get('redirect_uri') ?? ''
  if (!allowsRedirect(app, redirectUri))
    return { refusal: "Authorization failed because the redirect URL doesn't match the registered redirect URL." }
  const split = (name: string): string[] => (params.get(name) ?? '').split(' ').filter((scope) => scope !== '')
  const scopes = split('scope')
  const unknown = scopes.filter((scope) => !app.scopes.includes(scope))
  if (unknown.length > 0 || scopes.length === 0)
    return {
      refusal: `Authorization failed because there is a scope mismatch between the install URL and the app: ${unknown.join(', ') || 'no scope'}.`,
    }
  return {
    clientId: app.clientId,
    name: app.name,
    redirectUri,
    scopes: [...scopes, ...split('optional_scope').filter((scope) => app.scopes.includes(scope))],
    state: params.get('state') ?? undefined,
    codeChallenge: params.get('code_challenge') ?? undefined,
    codeChallengeMethod: params.get('code_challenge_method') ?? undefined,
  }
}

/** The page on which somebody chooses an account and connects an app to it. */
export function consentView(request: ConsentRequest, portals: readonly Portal[], query: string): Markup {
  const inner =
    'refusal' in request
      ? html`<h1>Authorization failed</h1>
          <p data-test-id="oauth-error">${request.refusal}</p>`
      : html`<h1>Connect ${request.name} to HubSpot</h1>
          <p>It will be able to use:</p>
          <ul>
            ${request.scopes.map((scope) => html`<li>${scope}</li>`)}
          </ul>
          <form method="post" action="/oauth/authorize${query}">
            ${portals.map((portal, order) => html`<label><input type="radio" name="portal" value="${portal.id}" ${order === 0 ? 'checked' : ''} /> ${portal.name} (${portal.id})</label>`)}
            <p><button type="submit">Connect app</button></p>
          </form>`
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Connect an app</title>
        <link rel="stylesheet" href="/sandbox/app.css" />
      </head>
      <body>
        <div class="consent">${inner}</div>
      </body>
    </html>`
}
