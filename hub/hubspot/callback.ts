import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import { sql } from 'kysely'
import { AppError } from '@/lib/domain/errors'
import { firstRow } from '../db/database'
import type { HubDeps } from '../deps'
import { pagePolicy, personPage } from '../http/person-page'
import { digest } from '../secrets/digest'
import { keepConnection } from './connection'
import { askForTokens, redirectUri } from './oauth'
import { portalOf } from './portal'

const sentences: Partial<Record<AppError['kind'], string>> = {
  'invalid': 'This address was used already, or is older than ten minutes. Begin again in Leadside.',
  'cancelled': 'HubSpot was not connected, because nobody agreed.',
  'signed-out': 'HubSpot did not take the answer. Begin again in Leadside.',
  'wrong-org': 'This hub belongs to another HubSpot portal. Disconnect that one first.',
  'not-set-up': 'HubSpot refused the app itself: its id, its secret or its redirect address differ from what the hub was given.',
}

/** Where HubSpot sends the owner back to; a page for a person, as everything here may go wrong in front of one. */
export function mountHubspotCallback(app: Hono, deps: HubDeps): void {
  app.get('/hubspot/callback', async (c) => {
    try {
      await connect(deps, c.req.query('state') ?? '', c.req.query('code'))
      return page(c, 200, 'HubSpot is connected. You can close this page.')
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return page(c, 400, sentences[error.kind] ?? 'HubSpot could not be asked just now. Begin again in Leadside.')
    }
  })
}

async function connect(deps: HubDeps, state: string, code: string | undefined): Promise<void> {
  // Deleting it is using it: of two that come with the same state one finds it.
  const asked = await firstRow(deps.db, sql<{ person_id: string }>`delete from hubspot_state where hash = ${digest(state)} and expires_at > ${deps.now()} returning person_id`)
  if (!asked || !deps.config.hubspot) throw new AppError('invalid')
  if (code === undefined) throw new AppError('cancelled')
  const tokens = await askForTokens(deps, deps.config.hubspot, { grant_type: 'authorization_code', code, redirect_uri: redirectUri(deps.config.url) })
  const portal = await portalOf(deps, tokens.access)
  await keepConnection(deps, { ...tokens, portal, mode: 'oauth' }, asked.person_id)
}

function page(c: Context, status: 200 | 400, sentence: string): Response | Promise<Response> {
  c.header('content-security-policy', pagePolicy(false))
  c.header('cache-control', 'no-store')
  return c.html(personPage(status === 200 ? 'All set' : 'That did not work', html`<p>${sentence}</p>`), status)
}
