import { sql } from 'kysely'
import * as z from 'zod/mini'
import { hubSettings, type HubSettings } from '@/lib/hub-client/contract'
import { firstRow, json, type Db } from '../db/database'

export const firstSettings: HubSettings = { name: 'Leadside hub', links: 'aggregate' }

export async function readSettings(tx: Db): Promise<HubSettings> {
  const row = await firstRow(tx, sql<{ value: unknown }>`select value from setting where name = 'hub'`)
  return row ? z.parse(hubSettings, row.value) : firstSettings
}

export async function writeSettings(tx: Db, settings: HubSettings): Promise<void> {
  await sql`insert into setting (name, value) values ('hub', ${json(settings)}) on conflict (name) do update set value = excluded.value`.execute(tx)
}
