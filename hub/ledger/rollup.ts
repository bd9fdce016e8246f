import { sql } from 'kysely'
import { groupings, keysOf } from '@/lib/domain/acceptance-groups'
import type { Judgement } from '@/lib/domain/judgement'
import { json, type Tx } from '../db/database'

interface Cell { grouping: string; key: string; day: string; verdict: string; second_look: boolean; n: number }

/** Counts the later judgements in and the earlier ones out, in the transaction that changed them. */
export async function countJudgements(tx: Tx, out: readonly Judgement[], into: readonly Judgement[]): Promise<void> {
  const cells = new Map<string, Cell>()
  for (const judgement of out) add(cells, judgement, -1)
  for (const judgement of into) add(cells, judgement, 1)
  const changed = [...cells.values()].filter(({ n }) => n !== 0)
  if (changed.length === 0) return
  await sql`insert into rollup (grouping, key, day, verdict, second_look, n) select grouping, key, day, verdict, second_look, n
    from jsonb_to_recordset(${json(changed)}) as cell (grouping text, key text, day date, verdict text, second_look boolean, n bigint)
    on conflict (grouping, second_look, day, key, verdict) do update set n = rollup.n + excluded.n`.execute(tx)
}

function add(cells: Map<string, Cell>, judgement: Judgement, n: number): void {
  const day = new Date(judgement.at).toISOString().slice(0, 10)
  for (const [grouping, key] of placesOf(judgement)) {
    const cell: Cell = { grouping, key, day, verdict: judgement.verdict, second_look: judgement.secondLook, n: 0 }
    const name = JSON.stringify([grouping, key, day, judgement.verdict, judgement.secondLook])
    const known = cells.get(name) ?? cell
    known.n += n
    cells.set(name, known)
  }
}

function placesOf(judgement: Judgement): [grouping: string, key: string][] {
  return [['all', ''], ...groupings.flatMap((by) => [...new Set(keysOf(judgement, by))].map((key): [string, string] => [by, key]))]
}
