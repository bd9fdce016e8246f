import { sql } from 'kysely'
import * as z from 'zod/mini'
import { AppError, errorKind } from '@/lib/domain/errors'
import { firstRow, json, type Db } from '../db/database'
import { asHub } from '../db/scope'
import type { HubDeps } from '../deps'
import { writeAudit } from '../privacy/audit'

export interface Connection {
  portal: string
  uiDomain: string
  utcOffsetMs: number
  mode: 'oauth' | 'key'
  /** Sealed. */
  access: string
  refresh: string | undefined
  expiresAt: number | undefined
  scopes: readonly string[]
  broken: boolean
  /** HubSpot said to wait: nobody asks before. */
  pause: { until: number; kind: z.infer<typeof errorKind> } | undefined
  /** Calls in ten seconds, as HubSpot last said. */
  tenSeconds: number | undefined
}

interface Row {
  portal: string; ui_domain: string; utc_offset: number; mode: 'oauth' | 'key'; access: string; refresh: string | null; expires_at: number | null
  scopes: string[]; paused_until: number; pause_kind: string | null; ten_seconds: number | null; broken: boolean
}

export async function findConnection(db: Db): Promise<Connection | undefined> {
  const row = await firstRow(db, sql<Row>`select * from hubspot`)
  if (!row) return undefined
  const kind = z.safeParse(errorKind, row.pause_kind)
  return {
    portal: row.portal, uiDomain: row.ui_domain, utcOffsetMs: row.utc_offset, mode: row.mode, access: row.access, refresh: row.refresh ?? undefined,
    expiresAt: row.expires_at ?? undefined, scopes: row.scopes, broken: row.broken, tenSeconds: row.ten_seconds ?? undefined,
    pause: row.paused_until > 0 ? { until: row.paused_until, kind: kind.success ? kind.data : 'rate-limited' } : undefined,
  }
}

/** @throws AppError `not-set-up` where nobody connected HubSpot, or HubSpot threw the hub out */
export async function expectConnection(db: Db): Promise<Connection> {
  const connection = await findConnection(db)
  if (!connection || connection.broken) throw new AppError('not-set-up', { detail: 'hubspot' })
  return connection
}

export interface Granted {
  portal: { portalId: string; uiDomain: string; utcOffsetMs: number }
  mode: 'oauth' | 'key'
  access: string
  refresh?: string | undefined
  expiresAt?: number | undefined
  scopes: readonly string[]
}

/**
 * Keeps what HubSpot granted, sealed. Record ids mean somebody else in another portal, so that one is never replaced by another.
 * @throws AppError `wrong-org` naming the portal that is joined
 */
export async function keepConnection({ db, sealer, now }: Pick<HubDeps, 'db' | 'sealer' | 'now'>, granted: Granted, personId: string): Promise<void> {
  const { portal, mode, expiresAt = null, scopes } = granted
  const [access, refresh] = [sealer.seal(granted.access, 'hubspot'), granted.refresh === undefined ? null : sealer.seal(granted.refresh, 'hubspot')]
  await asHub(db, async (tx) => {
    const row = await firstRow(tx, sql`insert into hubspot (portal, ui_domain, utc_offset, mode, access, refresh, expires_at, scopes, connected_by, connected_at)
      values (${portal.portalId}, ${portal.uiDomain}, ${portal.utcOffsetMs}, ${mode}, ${access}, ${refresh}, ${expiresAt}, ${json(scopes)}, ${personId}, ${now()})
      on conflict (only_one) do update set ui_domain = excluded.ui_domain, utc_offset = excluded.utc_offset, mode = excluded.mode, access = excluded.access,
        refresh = excluded.refresh, expires_at = excluded.expires_at, scopes = excluded.scopes, connected_by = excluded.connected_by,
        connected_at = excluded.connected_at, broken = false, refreshing_until = 0, paused_until = 0
      where hubspot.portal = excluded.portal returning portal`)
    if (!row) throw new AppError('wrong-org', { detail: (await findConnection(tx))?.portal })
    await sql`delete from hubspot_cache`.execute(tx)
    await writeAudit(tx, { at: now(), personId, act: `hubspot-connected-${mode}` })
  })
}

export async function forgetConnection(tx: Db): Promise<void> {
  for (const table of ['hubspot', 'hubspot_state', 'hubspot_use', 'hubspot_cache']) await sql`delete from ${sql.table(table)}`.execute(tx)
}

export async function markBroken(db: Db): Promise<void> {
  await sql`update hubspot set broken = true`.execute(db)
}
