import { sql } from 'kysely'
import * as z from 'zod/mini'
import { withoutErased } from '@/lib/domain/finding-rules'
import { recordKey, type RecordRef } from '@/lib/domain/record-ref'
import { changes, json, rows, type Tx } from '../db/database'
import { takeNumbers } from '../db/number'
import { refreshStandings } from '../ledger/standings'
import { digestHex } from '../secrets/digest'

/** What findings of every release say of their verdicts; all else they say stays as it is. */
const naming = z.looseObject({ version: z.number(), verdictIds: z.array(z.string()), erased: z.optional(z.number()) })

export interface Subject {
  refs: readonly RecordRef[]
  emailHash?: string | undefined
}

/** Everything kept about one natural person. */
export async function exportPerson(tx: Tx, { refs, emailHash: stated }: Subject): Promise<Record<'events' | 'links' | 'views' | 'touches', unknown[]>> {
  const keys = sql`(select jsonb_array_elements_text(${json(refs.map(recordKey))}))`
  const hashes = await addressesOf(tx, refs.map(recordKey), stated)
  const bodies = (found: { body: unknown }[]) => found.map(({ body }) => body)
  return {
    events: bodies(await rows(tx, sql<{ body: unknown }>`select body from event where record_key in ${keys} order by seq`)),
    links: await rows(tx, sql`select id, asset_id, record_key, created_at from link where record_key in ${keys} order by created_at`),
    views: await rows(tx, sql`select link_view.at, agent_by, agent_cause, asset_id from link_view join link on link.slug = link_view.slug
      where record_key in ${keys} order by link_view.at`),
    touches: bodies(await rows(tx, sql<{ body: unknown }>`select body from touch where record_key in ${keys} or email_hash in (select jsonb_array_elements_text(${json(hashes)})) order by at`)),
  }
}

/** The person's addresses as digests: the one that was stated, and those that touches of their records came with. */
async function addressesOf(tx: Tx, names: readonly string[], stated: string | undefined): Promise<string[]> {
  const found = await rows(tx, sql<{ email_hash: string }>`select distinct email_hash from touch where record_key in (select jsonb_array_elements_text(${json(names)})) and email_hash is not null`)
  return [...new Set([...(stated === undefined ? [] : [stated]), ...found.map((row) => row.email_hash)])]
}

/**
 * Deletes all of it and corrects the counts. What is left is a digest with the moment, so that a late delivery of something
 * older does not bring the person back. Links of theirs lead nowhere from now on.
 */
export async function erasePerson(tx: Tx, { refs, emailHash: stated }: Subject, now: number): Promise<Record<'events' | 'links' | 'views' | 'touches', number>> {
  await takeNumbers(tx, 'ledger', 1)
  await takeNumbers(tx, 'document', 1)
  const names = refs.map(recordKey)
  const keys = sql`(select jsonb_array_elements_text(${json(names)}))`
  const hashes = await addressesOf(tx, names, stated)
  const targets = [...names, ...hashes].map((name) => digestHex(name))
  const seq = await takeNumbers(tx, 'erasure', targets.length)
  await sql`insert into erased (target, at, seq) select target, ${now}, ${seq - 1} + row_number() over () from jsonb_array_elements_text(${json([...new Set(targets)])}) as t (target)
    on conflict (target) do update set at = excluded.at, seq = excluded.seq`.execute(tx)
  await forgetInFindings(tx, names, now)
  const events = await changes(tx, sql`delete from event where record_key in ${keys}`)
  const views = await changes(tx, sql`delete from link_view where slug in (select slug from link where record_key in ${keys})`)
  const links = await changes(tx, sql`delete from link where record_key in ${keys}`)
  const touches = await changes(tx, sql`delete from touch where record_key in ${keys} or email_hash in (select jsonb_array_elements_text(${json(hashes)}))`)
  await refreshStandings(tx, names)
  return { events, links, views, touches }
}

/** Takes the person's verdicts out of findings that name them, as every copy does (`withoutErased`); the changed findings travel. */
async function forgetInFindings(tx: Tx, names: readonly string[], now: number): Promise<void> {
  const ids = new Set((await rows(tx, sql<{ id: string }>`select id from event where record_key in (select jsonb_array_elements_text(${json(names)}))`)).map(({ id }) => id))
  const isErased = (id: string) => ids.has(id) || names.some((name) => id.startsWith(`${name}@`))
  for (const { id, body } of await rows(tx, sql<{ id: string; body: unknown }>`select id, body from document where kind = 'finding' and body is not null`)) {
    const parsed = z.safeParse(naming, body)
    const without = parsed.success ? withoutErased(parsed.data, isErased) : undefined
    if (!without) continue
    const [version, seq] = [without.version + 1, await takeNumbers(tx, 'document', 1)]
    await sql`update document set version = ${version}, body = ${json({ ...without, version, updatedAt: now })}, seq = ${seq}, updated_at = ${now} where id = ${id}`.execute(tx)
  }
}
