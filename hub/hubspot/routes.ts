import { sql } from 'kysely'
import { AppError } from '@/lib/domain/errors'
import { done, hubspotConnect, hubspotKey, hubspotState, type HubspotState } from '@/lib/hub-client/contract'
import { lifted } from '../db/scope'
import { reachingRoute, route, type Route } from '../http/route'
import { readSettings } from '../people/settings'
import { digest, secretText } from '../secrets/digest'
import { actingAs } from './acting'
import { findConnection, forgetConnection, keepConnection } from './connection'
import { authorizeUrl } from './oauth'
import { passingRoutes } from './passing'
import { portalOf, scopesOf } from './portal'

const stateBytes = 32
const stateMs = 600_000

export const hubspotRoutes: readonly Route[] = [
  reachingRoute({
    method: 'GET', path: '/hubspot', summary: 'Whether the hub has HubSpot, which portal, and who you are there', roles: ['owner', 'marketer', 'rep'], answer: hubspotState,
    async reach({ deps, who }): Promise<{ body: HubspotState }> {
      const oauth = deps.config.hubspot !== undefined
      const connection = await findConnection(deps.db)
      if (!connection) return { body: { state: 'none', oauth } }
      const { mode, portal, uiDomain, scopes, broken } = connection
      const state = { mode, portal, uiDomain, scopes: [...scopes], oauth }
      if (broken) return { body: { ...state, state: 'broken' } }
      const [{ owner: you }, { statusByVerdict }] = [await actingAs(deps, who.personId), await readSettings(deps.db)]
      return { body: { ...state, state: 'connected', you, statusByVerdict } }
    },
  }),
  route({
    method: 'POST', path: '/hubspot/connect', summary: 'Begin to connect HubSpot: where to agree', roles: ['owner'], answer: hubspotConnect,
    audit: () => ({ act: 'hubspot-connecting' }),
    async handle({ tx, deps, who }) {
      if (!deps.config.hubspot) throw new AppError('not-set-up', { detail: 'LEADSIDE_HUBSPOT_CLIENT_ID' })
      // Sealing has to be possible before anybody is sent away.
      deps.sealer.seal('', 'hubspot')
      const state = secretText(deps.random, stateBytes)
      await lifted(tx, async () => {
        await sql`delete from hubspot_state where expires_at <= ${deps.now()}`.execute(tx)
        await sql`insert into hubspot_state (hash, person_id, expires_at) values (${digest(state)}, ${who.personId}, ${deps.now() + stateMs})`.execute(tx)
      })
      return { url: authorizeUrl(deps.config.hubspot, deps.config.url, state) }
    },
  }),
  reachingRoute({
    method: 'PUT', path: '/hubspot/key', summary: 'Connect HubSpot with a static key instead', roles: ['owner'], body: hubspotKey, answer: done,
    async reach({ deps, who, body }) {
      const [portal, scopes] = [await portalOf(deps, body.key), await scopesOf(deps, body.key)]
      await keepConnection(deps, { portal, mode: 'key', access: body.key, scopes }, who.personId)
      return { body: { done: true } }
    },
  }),
  route({
    method: 'DELETE', path: '/hubspot', summary: 'Forget HubSpot\'s tokens and what was read with them', roles: ['owner'], answer: done,
    audit: () => ({ act: 'hubspot-disconnected' }),
    async handle({ tx }) {
      await lifted(tx, () => forgetConnection(tx))
      return { done: true }
    },
  }),
  ...passingRoutes,
]
