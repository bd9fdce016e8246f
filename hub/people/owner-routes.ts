import { sql } from 'kysely'
import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import { clientId, done, hubPerson, inviteRequest, invites, newInvite, people, roleChange, sessions, type Role } from '@/lib/hub-client/contract'
import { changes, firstRow, rows, type Tx } from '../db/database'
import { route, type Route } from '../http/route'
import { inviteLink } from './invite-link'
import { writeInvite } from './invites'
import { toPerson, type PersonRow } from './routes'

const byId = z.object({ id: clientId })

/** What owners do: invite, change, remove. */
export const ownerRoutes: readonly Route[] = [
  route({
    method: 'GET', path: '/people', summary: 'Everybody in the hub', roles: ['owner', 'marketer'], answer: people,
    audit: () => ({ act: 'people-read' }),
    handle: async ({ tx }) => ({ items: (await rows(tx, sql<PersonRow>`select id, name, email, role, created_at from person where removed_at is null order by id`)).map(toPerson) }),
  }),
  route({
    method: 'PUT', path: '/people/:id', summary: 'Change somebody\'s role, or say which address is theirs', roles: ['owner'], params: byId, body: roleChange, answer: hubPerson,
    audit: ({ params, body }) => ({ act: `role-${body.role}`, target: params.id }),
    async handle({ tx, params, body }) {
      await keepAnOwner(tx, params.id, body.role)
      const row = await firstRow(tx, sql<PersonRow>`update person set role = ${body.role}, email = coalesce(${body.email ?? null}, email),
        email_verified = email_verified or ${body.email !== undefined} where id = ${params.id} and removed_at is null returning id, name, email, role, created_at`)
      if (!row) throw new AppError('not-found')
      return toPerson(row)
    },
  }),
  route({
    method: 'DELETE', path: '/people/:id', summary: 'Remove somebody; all their sessions end', roles: ['owner'], params: byId, answer: done,
    audit: ({ params }) => ({ act: 'person-removed', target: params.id }),
    async handle({ tx, params, deps }) {
      await keepAnOwner(tx, params.id, undefined)
      const removed = await changes(tx, sql`update person set removed_at = ${deps.now()} where id = ${params.id} and removed_at is null`)
      await sql`update session set revoked_at = ${deps.now()} where person_id = ${params.id} and revoked_at is null`.execute(tx)
      return { done: removed > 0 }
    },
  }),
  route({
    method: 'GET', path: '/people/:id/sessions', summary: 'Devices of a person', roles: ['owner', 'marketer', 'rep'], params: byId, answer: sessions,
    audit: ({ params }) => ({ act: 'sessions-read', target: params.id }),
    async handle({ tx, params, who, deps }) {
      const found = await rows(tx, sql<SessionRow>`select id, person_id, device, created_at, last_used_at, expires_at from session
        where person_id = ${params.id} and revoked_at is null and expires_at > ${deps.now()} order by id`)
      return { items: found.map((row) => ({
        id: row.id, personId: row.person_id, device: row.device, createdAt: row.created_at, lastUsedAt: row.last_used_at, expiresAt: row.expires_at,
        current: row.id === who.sessionId,
      })) }
    },
  }),
  route({
    method: 'GET', path: '/invites', summary: 'Invites, newest first', roles: ['owner'], answer: invites,
    audit: () => ({ act: 'invites-read' }),
    handle: async ({ tx }) => ({ items: (await rows(tx, sql<InviteRow>`select * from invite order by created_at desc, id limit 500`)).map(toInvite) }),
  }),
  route({
    method: 'POST', path: '/invites', summary: 'Make an invite', roles: ['owner'], body: inviteRequest, answer: newInvite,
    audit: ({ body }) => ({ act: `invited-${body.role}`, target: body.id }),
    async handle({ tx, deps, body, who }) {
      const code = await writeInvite(tx, deps, body, who.personId)
      const row = await firstRow(tx, sql<InviteRow>`select * from invite where id = ${body.id}`)
      if (!row) throw new AppError('bug')
      return { ...toInvite(row), link: code && inviteLink(deps.config.url, code) }
    },
  }),
  route({
    method: 'DELETE', path: '/invites/:id', summary: 'Revoke an invite', roles: ['owner'], params: byId, answer: done,
    audit: ({ params }) => ({ act: 'invite-revoked', target: params.id }),
    handle: async ({ tx, deps, params }) => ({ done: (await changes(tx, sql`update invite set revoked_at = ${deps.now()} where id = ${params.id} and revoked_at is null`)) > 0 }),
  }),
]

/** @throws AppError `conflict` where nobody would be left to manage the hub */
async function keepAnOwner(tx: Tx, id: string, role: Role | undefined): Promise<void> {
  if (role === 'owner') return
  const owners = await rows(tx, sql<{ id: string }>`select id from person where role = 'owner' and removed_at is null for update`)
  if (owners.length === 1 && owners[0]?.id === id) throw new AppError('conflict', { detail: 'last owner' })
}

interface SessionRow { id: string; person_id: string; device: string; created_at: number; last_used_at: number; expires_at: number }
interface InviteRow { id: string; role: Role; uses: number; uses_left: number; email: string | null; expires_at: number; created_at: number; revoked_at: number | null }

function toInvite(row: InviteRow): z.input<typeof newInvite> {
  return {
    id: row.id, role: row.role, uses: row.uses, usesLeft: row.uses_left, expiresAt: row.expires_at, createdAt: row.created_at,
    email: row.email ?? undefined, revoked: row.revoked_at !== null,
  }
}
