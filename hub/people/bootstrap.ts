import { sql } from 'kysely'
import { uuid7 } from '@/lib/domain/uuid7'
import { firstRow } from '../db/database'
import { asHub } from '../db/scope'
import type { HubDeps } from '../deps'
import { inviteLink } from './invite-link'
import { writeInvite } from './invites'

const weekMs = 7 * 86_400_000

/**
 * While the hub has no owner: a new single-use owner invite, as a link. The one printed before stops working, so at most one is
 * about; copies that start together take turns.
 */
export async function ownerInvite(deps: HubDeps): Promise<string | undefined> {
  return asHub(deps.db, async (tx) => {
    await sql`select value from counter where name = 'audit' for update`.execute(tx)
    if (await firstRow(tx, sql`select id from person where role = 'owner' and removed_at is null`)) return undefined
    await sql`update invite set revoked_at = ${deps.now()} where created_by is null and revoked_at is null`.execute(tx)
    const asked = { id: uuid7(deps.now(), deps.random(10)), role: 'owner', uses: 1, expiresAt: deps.now() + weekMs } as const
    const code = await writeInvite(tx, deps, asked, undefined)
    return code && inviteLink(deps.config.url, code)
  })
}
