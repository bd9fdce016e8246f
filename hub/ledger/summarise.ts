import { sql } from 'kysely'
import type * as z from 'zod/mini'
import type { summary, summaryQuery } from '@/lib/hub-client/contract'
import { rows, type Tx } from '../db/database'

const mostGroups = { value: 1000, day: 20_000 } as const

/** Standing verdicts counted from the roll-ups: the ledger itself is not looked at, however long it is. */
export async function summarise(tx: Tx, { by = 'all', from = '1970-01-01', to = '9999-12-31', looks = 'first', each }: z.infer<typeof summaryQuery>): Promise<Omit<z.infer<typeof summary>, 'asOf'>> {
  const most = mostGroups[each ?? 'value']
  const [day, group, order] = each === 'day' ? [sql`day::text`, sql`key, day`, sql`day, key`] : [sql`null`, sql`key`, sql`sum(n) desc, key`]
  const found = await rows(tx, sql<z.infer<typeof summary>['groups'][number] & { day: string | null }>`select key, ${day} as day,
      coalesce(sum(n) filter (where verdict = 'good'), 0)::int as good, coalesce(sum(n) filter (where verdict = 'not_yet'), 0)::int as not_yet,
      coalesce(sum(n) filter (where verdict = 'wrong'), 0)::int as wrong, coalesce(sum(n) filter (where verdict = 'cant_tell'), 0)::int as cant_tell
    from rollup where grouping = ${by} and second_look = ${looks === 'second'} and day between ${from}::date and ${to}::date
    group by ${group} having sum(n) > 0 order by ${order} limit ${most + 1}`)
  return { groups: found.slice(0, most).map(({ day: asked, ...row }) => (asked === null ? row : { ...row, day: asked })), more: found.length > most }
}
