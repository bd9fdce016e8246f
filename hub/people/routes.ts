import { sql } from 'kysely'
import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import {
  clientId, contractVersion, done, hubInfo, hubSettings, joined, joinRequest, me, rotated, type HubPerson,
} from '@/lib/hub-client/contract'
import { changes, firstRow } from '../db/database'
import { countTry } from '../http/rate'
import { openRoute, route, type Route } from '../http/route'
import { findConnection } from '../hubspot/connection'
import { linkState } from '../links/state'
import { join } from './invites'
import { rotateSession } from './sessions'
import { writeAudit } from '../privacy/audit'
import { nextSettings, readSettings, statusesAct, writeSettings } from './settings'

const triesAMinute = 20

/** The hub itself, joining it, and one's own session. */
export const memberRoutes: readonly Route[] = [
  openRoute({
    method: 'GET', path: '/hub', summary: 'What the hub is, before joining', answer: hubInfo,
    async handle({ tx, deps }) {
      const settings = await readSettings(tx)
      return { name: settings.name, contract: contractVersion, links: linkState(settings, deps.config), hubspot: await findConnection(tx) !== undefined, signIn: deps.config.oidc !== undefined }
    },
  }),
  openRoute({
    method: 'POST', path: '/join', summary: 'Join with an invite', body: joinRequest, answer: joined,
    handle: ({ tx, deps, body }) => join(tx, deps, body),
    before: ({ deps }, { tag }) => countTry(deps, `join:${tag}`, triesAMinute),
  }),
  route({
    method: 'GET', path: '/me', summary: 'Who you are', roles: ['owner', 'marketer', 'rep'], answer: me,
    async handle({ tx, who }) {
      const row = await firstRow(tx, sql<PersonRow>`select id, name, email, role, created_at from person where id = ${who.personId}`)
      if (!row) throw new AppError('signed-out')
      return { person: toPerson(row), sessionId: who.sessionId }
    },
  }),
  route({
    method: 'POST', path: '/session/rotate', summary: 'A new token for this device; the old one ends when the new one is used',
    roles: ['owner', 'marketer', 'rep'], answer: rotated,
    handle: async ({ tx, deps, who }) => ({ token: await rotateSession(tx, deps, who.sessionId) }),
  }),
  route({
    method: 'DELETE', path: '/sessions/:id', summary: 'End a session: one of your own, or as owner any', roles: ['owner', 'marketer', 'rep'],
    params: z.object({ id: clientId }), answer: done,
    audit: ({ params }) => ({ act: 'session-revoked', target: params.id }),
    async handle({ tx, deps, params }) {
      const found = await firstRow(tx, sql`select id from session where id = ${params.id}`)
      if (!found) throw new AppError('not-found')
      return { done: (await changes(tx, sql`update session set revoked_at = ${deps.now()} where id = ${params.id} and revoked_at is null`)) > 0 }
    },
  }),
  route({
    method: 'GET', path: '/settings', summary: 'The hub\'s settings', roles: ['owner', 'marketer', 'rep'], answer: hubSettings,
    handle: ({ tx }) => readSettings(tx),
  }),
  route({
    method: 'PUT', path: '/settings', summary: 'Replace the settings; what a release of the writer does not know stays', roles: ['owner'], body: hubSettings, answer: hubSettings,
    audit: ({ body }) => ({ act: `settings-links-${body.links}` }),
    async handle({ tx, body, who, deps }) {
      if (body.links === 'person' && body.legalGround === undefined) throw new AppError('no-consent', { detail: 'legalGround' })
      const before = await readSettings(tx)
      const settings = nextSettings(before, body)
      await writeSettings(tx, settings)
      const statuses = statusesAct(settings)
      if (statuses !== statusesAct(before)) await writeAudit(tx, { at: deps.now(), personId: who.personId, act: statuses })
      return settings
    },
  }),
]

export interface PersonRow { id: string; name: string; email: string | null; role: HubPerson['role']; created_at: number }

export function toPerson({ id, name, email, role, created_at }: PersonRow): HubPerson {
  return { id, name, email: email ?? undefined, role, createdAt: created_at }
}
