import { sql } from 'kysely'
import type * as z from 'zod/mini'
import type { auditEntry, memberExport } from '@/lib/hub-client/contract'
import { firstRow, rows, type Tx } from '../db/database'

export interface AuditRow { seq: number; at: number; person_id: string | null; act: string; target: string | null }

export function toEntry({ at, person_id, act, target }: AuditRow): z.infer<typeof auditEntry> {
  return { at, personId: person_id ?? undefined, act, target: target ?? undefined }
}

/** What a hub keeps about one of its members; of tokens it has nothing that could be shown. */
export async function exportMember(tx: Tx, personId: string): Promise<Omit<z.input<typeof memberExport>, 'at'>> {
  return {
    person: await firstRow(tx, sql`select id, name, email, email_verified as "emailVerified", role, created_at as "createdAt" from person where id = ${personId}`),
    sessions: await rows(tx, sql`select id, device, created_at as "createdAt", last_used_at as "lastUsedAt", expires_at as "expiresAt", revoked_at as "revokedAt"
      from session where person_id = ${personId} order by id`),
    events: (await rows(tx, sql<{ body: unknown }>`select body from event where person_id = ${personId} order by seq`)).map(({ body }) => body),
    links: await rows(tx, sql`select id, slug, asset_id as "assetId", record_key as record, created_at as "createdAt" from link where person_id = ${personId} order by created_at`),
    views: await rows(tx, sql`select link_view.at, link_view.slug, agent_by as by, agent_cause as cause from link_view join link on link.slug = link_view.slug
      where person_id = ${personId} order by seq`),
    acts: (await rows(tx, sql<AuditRow>`select seq, at, person_id, act, target from audit where person_id = ${personId} order by seq`)).map(toEntry),
  }
}
