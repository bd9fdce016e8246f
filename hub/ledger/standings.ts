import { sql } from 'kysely'
import { toJudgement, type Judgement } from '@/lib/domain/judgement'
import { ledgerEvent, type LedgerEvent, type VerdictEvent } from '@/lib/domain/ledger'
import { recordKey } from '@/lib/domain/record-ref'
import { heldVerdicts } from '@/lib/domain/standing'
import { parseTolerant, type CloudEvent } from '@/lib/hub-client/contract'
import { json, rows, type Tx } from '../db/database'
import { countJudgements } from './rollup'

/**
 * Decides anew what stands for these records and corrects the counts by the difference, by the domain's own rules: order and
 * repeats of events do not matter. Needs the ledger's number taken in this transaction.
 */
export async function refreshStandings(tx: Tx, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  const before = await rows(tx, sql<{ body: CloudEvent }>`select body from standing where record_key in (select jsonb_array_elements_text(${json(keys)}))`)
  const events = await rows(tx, sql<{ record_key: string; body: CloudEvent }>`select record_key, body from event
    where record_key in (select jsonb_array_elements_text(${json(keys)})) and type in ('verdict', 'verdict-withdrawn')`)
  const after = [...Map.groupBy(events, (row) => row.record_key).values()].flatMap((members) => standingOf(members.map(({ body }) => body)))
  await sql`delete from standing where record_key in (select jsonb_array_elements_text(${json(keys)}))`.execute(tx)
  const values = after.map(({ envelope, verdict }) => ({
    record_key: recordKey(verdict.ref), second_look: verdict.secondLook === true, event_id: verdict.id, at: Math.round(verdict.at), body: envelope,
  }))
  await sql`insert into standing (record_key, second_look, event_id, at, body) select record_key, second_look, event_id, at, body
    from jsonb_to_recordset(${json(values)}) as entry (record_key text, second_look boolean, event_id text, at bigint, body jsonb)`.execute(tx)
  await countJudgements(tx, before.flatMap(judgementIn), after.map(({ verdict }) => toJudgement(verdict)))
}

interface Standing { envelope: CloudEvent; verdict: VerdictEvent }

/** The latest verdict of each look of one record. */
function standingOf(envelopes: readonly CloudEvent[]): Standing[] {
  const byId = new Map(envelopes.map((envelope) => [envelope.id, envelope]))
  const held = heldVerdicts(envelopes.flatMap((envelope) => eventIn(envelope)))
  return [false, true].flatMap((second) => {
    const verdict = held.find(({ secondLook }) => (secondLook === true) === second)
    const envelope = verdict && byId.get(verdict.id)
    return verdict && envelope ? [{ envelope, verdict }] : []
  })
}

function eventIn(envelope: CloudEvent): LedgerEvent[] {
  const parsed = parseTolerant(ledgerEvent, envelope.data)
  return parsed.success ? [parsed.data] : []
}

export function judgementIn({ body }: { body: CloudEvent }): Judgement[] {
  return eventIn(body).flatMap((event) => (event.type === 'verdict' ? [toJudgement(event)] : []))
}
