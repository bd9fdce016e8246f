import { sql } from 'kysely'
import * as z from 'zod/mini'
import { verdictValue } from '@/lib/domain/ledger'
import { hubSettings, type HubSettings } from '@/lib/hub-client/contract'
import { firstRow, json, type Db } from '../db/database'

export const firstSettings: HubSettings = { name: 'Leadside hub', links: 'aggregate' }

export async function readSettings(tx: Db): Promise<HubSettings> {
  const row = await firstRow(tx, sql<{ value: unknown }>`select value from setting where name = 'hub'`)
  return row ? z.parse(hubSettings, row.value) : firstSettings
}

/** What holds after a write: what every release knows is replaced, what came later and is not spoken of stays. */
export function nextSettings(before: HubSettings, { linkDays, ...written }: HubSettings): HubSettings {
  const { legalGround: _ground, retentionDays: _days, linkDays: known, ...later } = before
  const kept = linkDays === undefined ? known : linkDays
  return { ...later, ...written, ...(typeof kept === 'number' && { linkDays: kept }) }
}

export async function writeSettings(tx: Db, settings: HubSettings): Promise<void> {
  await sql`insert into setting (name, value) values ('hub', ${json(settings)}) on conflict (name) do update set value = excluded.value`.execute(tx)
}

/** What reps' verdicts may set, as the audit trail says it. */
export function statusesAct({ statusByVerdict = {} }: HubSettings): string {
  return ['settings-lead-status', ...verdictValue.options.flatMap((verdict) => { const status = statusByVerdict[verdict]; return status === undefined ? [] : [`${verdict}=${status}`] })].join(' ')
}
