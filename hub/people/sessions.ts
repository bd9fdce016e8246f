import { sql } from 'kysely'
import { AppError } from '@/lib/domain/errors'
import { uuid7 } from '@/lib/domain/uuid7'
import { firstRow, type Tx } from '../db/database'
import type { Who } from '../db/scope'
import type { HubDeps } from '../deps'
import { viewerTag, type Origin } from '../http/visitor'
import { digest, secretText } from '../secrets/digest'
import { dailySalt, saltName } from '../secrets/vault'

const tokenBytes = 32
/** A device not seen for so long has to be invited again. */
const idleMs = 90 * 86_400_000
/** How exactly "last used" is known. */
const seenEveryMs = 3_600_000

interface SessionRow { id: string; person_id: string; role: Who['role']; last_used_at: number; is_next: boolean; viewer_tag: string | null; salt: string | null }

/**
 * Who a token belongs to. The first use of a rotated token retires the one before, so that a lost answer locks nobody out. From where
 * it came is remembered for today, so that a member's own opening of a link is not taken for the prospect's.
 */
export async function findSession(deps: Pick<HubDeps, 'db' | 'now' | 'random'>, token: string, origin?: Origin): Promise<Who | undefined> {
  if (token === '') return undefined
  const { db, now } = deps
  const hash = digest(token)
  const row = await firstRow(db, sql<SessionRow>`select session.id, person_id, role, last_used_at, next_hash is not distinct from ${hash} as is_next,
      viewer_tag, (select value from secret where name = ${saltName(now())}) as salt from session join person on person.id = person_id
    where (token_hash = ${hash} or next_hash = ${hash}) and session.revoked_at is null and expires_at > ${now()} and removed_at is null`)
  if (!row) return undefined
  if (row.is_next) await sql`update session set token_hash = next_hash, next_hash = null where id = ${row.id} and next_hash = ${hash}`.execute(db)
  if (now() - row.last_used_at > seenEveryMs) {
    await sql`update session set last_used_at = ${now()}, expires_at = ${now() + idleMs} where id = ${row.id}`.execute(db)
  }
  const tag = origin && viewerTag(origin, row.salt ?? await dailySalt(deps))
  if (tag !== undefined && tag !== row.viewer_tag) await sql`update session set viewer_tag = ${tag} where id = ${row.id}`.execute(db)
  return { personId: row.person_id, role: row.role, sessionId: row.id }
}

export async function openSession(tx: Tx, { now, random }: Pick<HubDeps, 'now' | 'random'>, personId: string, device: string): Promise<{ id: string; token: string }> {
  const [id, token] = [uuid7(now(), random(10)), secretText(random, tokenBytes)]
  await sql`insert into session (id, person_id, device, token_hash, created_at, last_used_at, expires_at)
    values (${id}, ${personId}, ${device}, ${digest(token)}, ${now()}, ${now()}, ${now() + idleMs})`.execute(tx)
  return { id, token }
}

/** A new token for the session; the present one works until the new one is used. @throws AppError `signed-out` */
export async function rotateSession(tx: Tx, { random }: Pick<HubDeps, 'random'>, id: string): Promise<string> {
  const token = secretText(random, tokenBytes)
  const row = await firstRow(tx, sql`update session set next_hash = ${digest(token)} where id = ${id} and revoked_at is null returning id`)
  if (!row) throw new AppError('signed-out')
  return token
}
