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
  const events = await rows(tx, sql<Row>`select record_key, person_id, body from event
    where record_key in (select jsonb_array_elements_text(${json(keys)})) and type in ('verdict', 'verdict-withdrawn')`)
  const after = [...Map.groupBy(events, (row) => row.record_key).values()].flatMap(standingOf)
  await sql`delete from standing where record_key in (select jsonb_array_elements_text(${json(keys)}))`.execute(tx)
  const values = after.map(({ envelope, verdict }) => ({
    record_key: recordKey(verdict.ref), second_look: verdict.secondLook === true, event_id: verdict.id, at: Math.round(verdict.at), body: envelope,
  }))
  await sql`insert into standing (record_key, second_look, event_id, at, body) select record_key, second_look, event_id, at, body
    from jsonb_to_recordset(${json(values)}) as entry (record_key text, second_look boolean, event_id text, at bigint, body jsonb)`.execute(tx)
  await countJudgements(tx, before.flatMap(judgementIn), after.map(({ verdict }) => toJudgement(verdict)))
}

interface Standing { envelope: CloudEvent; verdict: VerdictEvent }

interface Row { record_key: string; person_id: string; body: CloudEvent }

/** The latest verdict of each look of one record. Nobody takes back what somebody else judged. */
function standingOf(found: readonly Row[]): Standing[] {
  const byId = new Map(found.map(({ body }) => [body.id, body]))
  const judge = new Map(found.map(({ body, person_id }) => [body.id, person_id]))
  const held = heldVerdicts(found.flatMap(({ body, person_id }) => eventIn(body).flatMap((event) => own(event, (id) => judge.get(id) === person_id))))
  return [false, true].flatMap((second) => {
    const verdict = held.find(({ secondLook }) => (secondLook === true) === second)
    const envelope = verdict && byId.get(verdict.id)
    return verdict && envelope ? [{ envelope, verdict }] : []
  })
}

function own(event: LedgerEvent, isOwn: (verdictId: string) => boolean): LedgerEvent[] {
  if (event.type === 'verdict-withdrawn') return isOwn(event.verdictId) ? [event] : []
  return [event.type === 'verdict' && event.supersedes !== undefined && !isOwn(event.supersedes) ? { ...event, supersedes: undefined } : event]
}

function eventIn(envelope: CloudEvent): LedgerEvent[] {
  const parsed = parseTolerant(ledgerEvent, envelope.data)
  return parsed.success ? [parsed.data] : []
}

export function judgementIn({ body }: { body: CloudEvent }): Judgement[] {
  return eventIn(body).flatMap((event) => (event.type === 'verdict' ? [toJudgement(event)] : []))
}
