import { addCounts, addNext, differingItems, type ItemPast, type Past } from '@/lib/domain/suggest/past'
import { rowRev } from './rows'
import type { DurableDb, StoredPast, StoredPastNext } from './rows'
import { rowsWith } from './slices'

/**
 * The sums over the ledger as rows. An item's own are one short row. What follows it names the others by their numbers, in typed arrays: a wide ledger has
 * millions of pairs, and a change of one person's touches a few.
 */
export async function writePast(db: DurableDb, out: Past, into: Past): Promise<void> {
  const changed = differingItems(out, into)
  if (changed.length === 0) return
  const named = [...new Set(changed.flatMap((item) => [item, ...(out.get(item)?.next.keys() ?? []), ...(into.get(item)?.next.keys() ?? [])]))]
  const known = new Map((await rowsWith(db.past, 'item', named)).map((row) => [row.item, row]))
  const rows = changed.map((item) => summed(known.get(item) ?? nothing(item), out.get(item), into.get(item)))
  const kept = rows.filter((row) => !isNothing(row))
  const numbers = new Map([...known.values()].map(({ item, n }) => [item, n]))
  const given = await db.past.bulkPut(kept, { allKeys: true })
  kept.forEach(({ item }, index) => numbers.set(item, given[index] ?? 0))
  await writeNext(db, changed, numbers, out, into)
  await db.past.bulkDelete(rows.filter(isNothing).flatMap(({ n }) => n ?? []))
}

async function writeNext(db: DurableDb, items: readonly string[], numbers: ReadonlyMap<string, number>, out: Past, into: Past): Promise<void> {
  const own = items.flatMap((item) => {
    const n = numbers.get(item)
    return n === undefined ? [] : [{ item, n }]
  })
  const stored = await db.pastNext.bulkGet(own.map(({ n }) => n))
  const after = own.map(({ item, n }, index) => {
    const next = unpackNext(stored[index])
    for (const [past, by] of [[out, -1], [into, 1]] as const) {
      for (const [other, count] of past.get(item)?.next ?? []) addNext(next, numbers.get(other) ?? 0, by * count)
    }
    return packNext(n, next)
  })
  await db.pastNext.bulkPut(after.filter(({ others }) => others.length > 0))
  await db.pastNext.bulkDelete(after.filter(({ others }) => others.length === 0).map(({ n }) => n))
}

type NewPast = Omit<StoredPast, 'n'> & { n?: number }

function nothing(item: string): NewPast {
  return { item, rev: rowRev, judged: 0, good: 0, sent: 0, outdated: [], people: 0 }
}

function isNothing({ judged, good, sent, outdated, people }: NewPast): boolean {
  return judged === 0 && good === 0 && sent === 0 && people === 0 && outdated.length === 0
}

function summed(row: NewPast, out: Readonly<ItemPast> | undefined, into: Readonly<ItemPast> | undefined): NewPast {
  const sum = { ...row, outdated: [...row.outdated] }
  for (const [past, by] of [[out, -1], [into, 1]] as const) {
    if (!past) continue
    addCounts(sum, past, by)
    sum.people += by * past.people
    if (past.asset) sum.asset = 1
  }
  return sum
}

function packNext(n: number, next: ReadonlyMap<number, number>): StoredPastNext {
  return { n, rev: rowRev, others: Uint32Array.from(next.keys()), counts: Uint32Array.from(next.values()) }
}

/** Item number → count. */
export function unpackNext(row: StoredPastNext | undefined): Map<number, number> {
  const next = new Map<number, number>()
  row?.others.forEach((other, index) => next.set(other, row.counts[index] ?? 0))
  return next
}

/** Rows, or pairs, written in one go. */
const batch = { rows: 250, pairs: 20_000 }

/** Writes sums where there are none, a batch at a time. */
export async function writeAllPast(db: DurableDb, sums: Past): Promise<void> {
  const items = [...sums.values()]
  const numbers = new Map<string, number>()
  for (let start = 0; start < items.length; start += batch.rows) {
    const some = items.slice(start, start + batch.rows)
    const given = await db.past.bulkAdd(some.map((past) => summed(nothing(past.item), undefined, past)), { allKeys: true })
    some.forEach(({ item }, index) => numbers.set(item, given[index] ?? 0))
  }
  let rows: StoredPastNext[] = []
  let pairs = 0
  for (const { item, next } of items) {
    if (next.size > 0) rows.push(packNext(numbers.get(item) ?? 0, new Map([...next].map(([other, count]) => [numbers.get(other) ?? 0, count]))))
    pairs += next.size
    if (pairs < batch.pairs && rows.length < batch.rows) continue
    await db.pastNext.bulkAdd(rows)
    rows = []
    pairs = 0
  }
  await db.pastNext.bulkAdd(rows)
}

export async function clearPastRows(db: DurableDb): Promise<void> {
  await db.past.clear()
  await db.pastNext.clear()
}
