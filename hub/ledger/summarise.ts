import { sql } from 'kysely'
import type * as z from 'zod/mini'
import { keysOf } from '@/lib/domain/acceptance-groups'
import type { summary, summaryGroup, summaryQuery } from '@/lib/hub-client/contract'
import { rows, type Tx } from '../db/database'
import { judgementIn } from './standings'

type Query = z.infer<typeof summaryQuery>
type Group = z.infer<typeof summaryGroup>

const mostGroups = { value: 1000, day: 20_000 } as const
const dayMs = 86_400_000

/**
 * Standing verdicts counted from the roll-ups: the ledger itself is not looked at, however long it is. Roll-ups know whole days; of a span between two moments
 * what is left of the first and the last day is counted one by one.
 */
export async function summarise(tx: Tx, query: Query): Promise<Omit<z.infer<typeof summary>, 'asOf'>> {
  const { since, until } = { since: query.since === undefined ? undefined : Number(query.since), until: query.until === undefined ? undefined : Number(query.until) }
  const most = mostGroups[query.each ?? 'value']
  const { days, rest } = partsOf(query, since, until)
  const whole = days ? await rollups(tx, query, { ...days, limit: most + 1 }) : []
  const pieces = (await Promise.all(rest.map((piece) => countedAlone(tx, query, piece)))).flat()
  const groups = pieces.length === 0 ? whole : ordered(added([...whole, ...pieces]), query)
  return { groups: groups.slice(0, most), more: Math.max(groups.length, whole.length) > most, ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) }
}

interface Piece { since: number; until: number }

const always = { from: '1970-01-01', to: '9999-12-31' }

/** Whole days, `YYYY-MM-DD`, and what a span has besides them. */
function partsOf({ from = always.from, to = always.to }: Query, since: number | undefined, until: number | undefined): { days?: typeof always; rest: Piece[] } {
  if (since === undefined && until === undefined) return { days: { from, to }, rest: [] }
  const first = since === undefined ? undefined : Math.ceil(since / dayMs) * dayMs
  const end = until === undefined ? undefined : Math.floor(until / dayMs) * dayMs
  if (first !== undefined && end !== undefined && end < first) return { rest: [{ since: since ?? 0, until: until ?? 0 }] }
  return {
    days: { from: first === undefined ? always.from : dayOf(first), to: end === undefined ? always.to : dayOf(end - 1) },
    rest: [...(since !== undefined && first !== undefined && since < first ? [{ since, until: first }] : []), ...(until !== undefined && end !== undefined && end < until ? [{ since: end, until }] : [])],
  }
}

function rollups(tx: Tx, { by = 'all', looks = 'first', each }: Query, { from, to, limit }: { from: string; to: string; limit: number }): Promise<Group[]> {
  const [day, group, order] = each === 'day' ? [sql`day::text`, sql`key, day`, sql`day, key`] : [sql`null`, sql`key`, sql`sum(n) desc, key`]
  return rows(tx, sql<Group & { day: string | null }>`select key, ${day} as day,
      coalesce(sum(n) filter (where verdict = 'good'), 0)::int as good, coalesce(sum(n) filter (where verdict = 'not_yet'), 0)::int as not_yet,
      coalesce(sum(n) filter (where verdict = 'wrong'), 0)::int as wrong, coalesce(sum(n) filter (where verdict = 'cant_tell'), 0)::int as cant_tell
    from rollup where grouping = ${by} and second_look = ${looks === 'second'} and day between ${from}::date and ${to}::date
    group by ${group} having sum(n) > 0 order by ${order} limit ${limit}`).then((found) => found.map(({ day: asked, ...row }) => (asked === null ? row : { ...row, day: asked })))
}

/** Through the ledger's own order in time: what stands has none. */
async function countedAlone(tx: Tx, { by = 'all', looks = 'first', each }: Query, { since, until }: Piece): Promise<Group[]> {
  const found = await rows(tx, sql<Parameters<typeof judgementIn>[0]>`select standing.body from event join standing on standing.record_key = event.record_key and standing.event_id = event.id
    where event.at >= ${since} and event.at < ${until} and event.type = 'verdict' and second_look = ${looks === 'second'}`)
  return found.flatMap(({ body }) => judgementIn({ body })).flatMap((judgement) => (by === 'all' ? [''] : [...new Set(keysOf(judgement, by))]).map((key) => ({
    ...(each === 'day' ? { day: dayOf(judgement.at) } : {}), key, good: 0, not_yet: 0, wrong: 0, cant_tell: 0, [judgement.verdict]: 1,
  })))
}

function added(groups: readonly Group[]): Group[] {
  const sums = new Map<string, Group>()
  for (const group of groups) {
    const name = JSON.stringify([group.key, group.day])
    const sum = sums.get(name)
    sums.set(name, sum ? { ...sum, good: sum.good + group.good, not_yet: sum.not_yet + group.not_yet, wrong: sum.wrong + group.wrong, cant_tell: sum.cant_tell + group.cant_tell } : group)
  }
  return [...sums.values()]
}

function ordered(groups: Group[], { each }: Query): Group[] {
  const size = ({ good, not_yet: notYet, wrong, cant_tell: cantTell }: Group) => good + notYet + wrong + cantTell
  const byKey = (a: Group, b: Group) => (a.key < b.key ? -1 : 1)
  if (each !== 'day') return groups.sort((a, b) => size(b) - size(a) || byKey(a, b))
  return groups.sort((a, b) => (a.day === b.day ? byKey(a, b) : (a.day ?? '') < (b.day ?? '') ? -1 : 1))
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
