import { sql } from 'kysely'
import { AppError } from '@/lib/domain/errors'
import { uuid7 } from '@/lib/domain/uuid7'
import type { HubPerson, InviteRequest, JoinRequest, Joined, Role } from '@/lib/hub-client/contract'
import { firstRow, type Tx } from '../db/database'
import type { HubDeps } from '../deps'
import { writeAudit } from '../privacy/audit'
import { digest, secretText } from '../secrets/digest'
import { openSession, rotateSession } from './sessions'

const codeBytes = 24

/** Writes the invite and resolves to its code; `undefined` where the id is known already. */
export async function writeInvite(tx: Tx, { now, random }: Pick<HubDeps, 'now' | 'random'>, asked: InviteRequest, by: string | undefined): Promise<string | undefined> {
  const code = secretText(random, codeBytes)
  const row = await firstRow(tx, sql`insert into invite (id, code_hash, role, uses, uses_left, email, expires_at, created_by, created_at)
    values (${asked.id}, ${digest(code)}, ${asked.role}, ${asked.uses}, ${asked.uses}, ${asked.email ?? null}, ${asked.expiresAt}, ${by ?? null}, ${now()})
    on conflict (id) do nothing returning id`)
  return row ? code : undefined
}

interface InviteRow { id: string; role: Role; uses_left: number; email: string | null }

/**
 * Spends one use of an invite. The same device may repeat it, in case the first answer was lost, and spends nothing again; where its session has
 * ended since, it joins anew.
 * @throws AppError `not-found` for a code unknown, spent, expired, revoked or meant for another address
 */
export async function join(tx: Tx, deps: Pick<HubDeps, 'now' | 'random'>, asked: JoinRequest): Promise<Joined> {
  // The row lock makes two devices with the last use of one code take turns.
  const invite = await firstRow(tx, sql<InviteRow>`select id, role, uses_left, email from invite
    where code_hash = ${digest(asked.code)} and revoked_at is null and expires_at > ${deps.now()} for update`)
  if (!invite) throw new AppError('not-found', { detail: 'invite' })
  const again = await repeated(tx, deps, invite.id, asked.device)
  if (again) return again
  if (invite.uses_left < 1 || (invite.email !== null && invite.email.toLowerCase() !== asked.email?.trim().toLowerCase())) throw new AppError('not-found', { detail: 'invite' })
  const person: HubPerson = { id: uuid7(deps.now(), deps.random(10)), name: asked.name, email: asked.email, role: invite.role, createdAt: deps.now() }
  await sql`update invite set uses_left = uses_left - 1 where id = ${invite.id}`.execute(tx)
  await sql`insert into person (id, name, email, email_verified, role, created_at)
    values (${person.id}, ${person.name}, ${person.email ?? null}, ${invite.email !== null}, ${person.role}, ${person.createdAt})`.execute(tx)
  const { id, token } = await openSession(tx, deps, person.id, asked.deviceName ?? '')
  await sql`insert into invite_use (invite_id, device, session_id, at) values (${invite.id}, ${asked.device}, ${id}, ${deps.now()})
    on conflict (invite_id, device) do update set session_id = excluded.session_id, at = excluded.at`.execute(tx)
  await writeAudit(tx, { at: deps.now(), personId: person.id, act: `joined-${person.role}`, target: invite.id })
  return { token, sessionId: id, person }
}

async function repeated(tx: Tx, deps: Pick<HubDeps, 'random'>, inviteId: string, device: string): Promise<Joined | undefined> {
  const used = await firstRow(tx, sql<{ session_id: string; id: string; name: string; email: string | null; role: Role; created_at: number }>`
    select session_id, person.id, person.name, person.email, person.role, person.created_at from invite_use
    join session on session.id = session_id join person on person.id = person_id
    where invite_id = ${inviteId} and invite_use.device = ${device} and session.revoked_at is null and removed_at is null`)
  if (!used) return undefined
  const token = await rotateSession(tx, deps, used.session_id)
  return { token, sessionId: used.session_id, person: { id: used.id, name: used.name, email: used.email ?? undefined, role: used.role, createdAt: used.created_at } }
}
