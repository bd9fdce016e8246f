import Dexie from 'dexie'
import { handOver, handOverRule, type FoundHandOver, type HandOver, type HandOverRule } from '@/lib/domain/hand-over'
import type { HandOverLack, HandOverState, HandOverStore } from '@/lib/domain/hand-over-ports'
import { orgKey, recordKey } from '@/lib/domain/record-ref'
import type { Durable } from './durable'
import { inTransaction } from './in-transaction'
import { forgetLeftOut, leaveOut, withoutLeftOut } from './left-out'
import { createRowReader } from './row-reader'
import { rowRev } from './rows'
import type { DurableDb, StoredHandOver } from './rows'

/** Rows read in one go. */
const sliceSize = 1_000

/** Leads handed over, as their CRM tells of them, and the rules that found them. */
export function createHandOverStore({ db, guard, damaged }: Durable): HandOverStore {
  const reader = createRowReader<HandOver>({ field: 'handOver', schema: handOver, damaged })
  const ruleReader = createRowReader<HandOverRule>({ field: 'rule', schema: handOverRule, damaged })
  const tables = [db.handOvers, db.handOverRules, db.marks]

  /** Runs the write while the rule is still the one it was read for. */
  const under = <T>(rule: HandOverRule, otherwise: T, write: (state: HandOverState | undefined, save: (state: HandOverState) => PromiseLike<unknown>, db: DurableDb) => Promise<T>) => (
    guard(() => inTransaction(db, 'rw', tables, async (db) => {
      const stored = await db.handOverRules.get(orgKey(rule))
      if (!stored || ruleReader.read(stored)?.version !== rule.version) return otherwise
      return write(stored.state, (state) => db.handOverRules.put({ ...stored, state }), db)
    }))
  )

  async function slice(after: string | undefined, limit: number) {
    const rows = await (after === undefined ? db.handOvers.orderBy('key') : db.handOvers.where('key').above(after)).limit(limit).toArray()
    return { rows: reader.readAll(rows), next: rows.length === limit ? rows.at(-1)?.key : undefined }
  }

  const dueBefore = (org: string, moment: number) => db.handOvers.where('[orgKey+due]').between([org, Dexie.minKey], [org, moment], true, false)

  return {
    rules: () => guard(async () => ruleReader.readAll(await db.handOverRules.toArray())),

    setRule: (rule) => guard(() => inTransaction(db, 'rw', tables, async (db) => {
      await db.handOvers.where('orgKey').equals(orgKey(rule)).delete()
      await forgetLeftOut(db, orgKey(rule), 'expired')
      await db.handOverRules.put({ orgKey: orgKey(rule), rev: rowRev, rule })
    })),

    state: (org) => guard(async () => (await db.handOverRules.get(org))?.state),

    merge: (rule, page, now) => under(rule, 0, async (state, save, db) => {
      const org = orgKey(rule)
      const found = new Map<string, FoundHandOver>()
      for (const entry of await withoutLeftOut(db, rule, page.found)) {
        const key = recordKey(entry.ref)
        found.set(key, earlier(found.get(key), entry))
      }
      const keys = [...found.keys()]
      const stored = await db.handOvers.bulkGet(keys)
      const known = new Map(stored.flatMap((row) => (row ? [[row.key, row] as const] : [])))
      await db.handOvers.bulkPut([...found].map(([key, entry]): StoredHandOver => {
        const before = known.get(key)
        const { ref, at, precision } = earlier(before?.handOver, entry)
        const row = before?.handOver ?? { key, ref, orgKey: org, readAt: 0, campaigns: [], same: [], unknown: [...allParts] }
        return { ...(before ?? { due: 0 }), key, orgKey: org, at, rev: rowRev, handOver: { ...row, at, precision, rule: rule.version } }
      }))
      const lacks = state?.more ? mergeLacks(state.lacks, page.lacks) : page.lacks
      await save({ cursor: page.cursor, readAt: now, more: page.more, completeAt: page.more ? state?.completeAt : now, lacks })
      return keys.length - known.size
    }),

    update: (rule, updates, lacks, now) => under(rule, undefined, async (state, save, db) => {
      const stored = await db.handOvers.bulkGet(updates.map(({ ref }) => recordKey(ref)))
      await db.handOvers.bulkPut(updates.flatMap((update, index): StoredHandOver[] => {
        const row = stored[index]
        if (!row) return []
        const { key, orgKey: org, at, precision, rule: version } = row.handOver
        const due = isFinal(update.outcome) ? {} : { due: update.readAt }
        return [{ key, orgKey: org, at, ...due, rev: rowRev, handOver: { key, orgKey: org, at, precision, rule: version, ...update } }]
      }))
      if (state) await save({ ...state, readAt: now, lacks: mergeLacks(state.lacks, lacks) })
    }),

    due: (org, moment, limit) => guard(async () => reader.readAll(await dueBefore(org, moment).limit(limit).toArray()).map(({ ref, at, precision }) => ({ ref, at, precision }))),

    countDue: (org, moment) => guard(() => dueBefore(org, moment).count()),

    count: (org) => guard(() => db.handOvers.where('orgKey').equals(org).count()),

    all: () => guard(async () => {
      const all: HandOver[] = []
      for (let after: string | undefined; ; ) {
        const { rows, next } = await slice(after, sliceSize)
        for (const row of rows) all.push(row)
        if (next === undefined) return all
        after = next
      }
    }),

    byKeys: (keys) => guard(async () => reader.readAll((await db.handOvers.bulkGet([...keys])).filter((row) => row !== undefined))),

    page: (after, limit) => guard(() => slice(after, limit)),

    async purge(before) {
      for (let left = true; left; ) {
        left = await guard(() => inTransaction(db, 'rw', tables, async (db) => {
          const views = new Set(ruleReader.readAll(await db.handOverRules.toArray()).filter(({ way }) => way.by === 'list-view').map(orgKey))
          const old = await db.handOvers.where('at').below(before).limit(sliceSize).toArray()
          await leaveOut(db, 'expired', old.filter((row) => views.has(row.orgKey)), before)
          await db.handOvers.bulkDelete(old.map(({ key }) => key))
          return old.length === sliceSize
        }))
      }
    },

    forget: (org) => guard(() => inTransaction(db, 'rw', tables, async (db) => {
      await db.handOvers.where('orgKey').equals(org).delete()
      await forgetLeftOut(db, org, 'erased', 'expired')
      await db.handOverRules.delete(org)
    })),
  }
}

/** Until it is read for the first time nothing is known of what became of a lead. */
const allParts: HandOver['unknown'] = ['follow-up', 'campaigns', 'stages', 'outcome']

/** The earlier of two; a moment from history beats one that was only a bound. */
function earlier<T extends Pick<FoundHandOver, 'at' | 'precision'>>(known: T | undefined, found: T): T {
  if (!known || (known.precision === 'unknown' && found.precision === 'moment')) return found
  if (found.precision === 'unknown' && known.precision === 'moment') return known
  return known.at <= found.at ? known : found
}

function isFinal(outcome: HandOver['outcome']): boolean {
  return outcome?.result === 'won' || outcome?.result === 'lost'
}

function mergeLacks(known: readonly HandOverLack[], found: readonly HandOverLack[]): HandOverLack[] {
  return [...new Map([...known, ...found].map((lack) => [`${lack.part}:${lack.need}`, lack])).values()]
}
