import Dexie from 'dexie'
import { fnv1a64 } from '@/lib/domain/digest'
import type { FoundHandOver, HandOverRule } from '@/lib/domain/hand-over'
import { orgKey, recordKey } from '@/lib/domain/record-ref'
import type { DurableDb } from './rows'

/** Why a hand-over is gone: its person was erased, or it is older than what is kept. */
const reasons = { erased: 'hand-over-erased', expired: 'hand-over-expired' } as const
type Reason = keyof typeof reasons

const prefixOf = (org: string) => `${fnv1a64(org)}-`
const markOf = (why: Reason, org: string, key: string): [string, string] => [reasons[why], prefixOf(org) + fnv1a64(key)]

/** All other marks: of these there can be as many as there ever were leads, and digests name nobody. */
export function marksOfOthers(db: DurableDb) {
  return db.marks.where('[kind+id]').inAnyRange([[Dexie.minKey, ['hand-over-']], [['hand-over-\uffff'], Dexie.maxKey]])
}

/** Remembers hand-overs that are removed, by digests only. Call it in the transaction that removes them. */
export async function leaveOut(db: DurableDb, why: Reason, rows: readonly { key: string; orgKey: string }[], at: number): Promise<void> {
  await db.marks.bulkPut(rows.map((row) => {
    const [kind, id] = markOf(why, row.orgKey, row.key)
    return { kind, id, at }
  }))
}

/** Lets those of a connection come back that are gone for one of these reasons. */
export async function forgetLeftOut(db: DurableDb, org: string, ...why: Reason[]): Promise<void> {
  const prefix = prefixOf(org)
  for (const one of why) await db.marks.where('[kind+id]').between([reasons[one], prefix], [reasons[one], `${prefix}\uffff`]).delete()
}

/**
 * Found leads without those that are to stay away. A list view tells of everybody in it as if they had come now; another way has a moment of its own, and what
 * happened after an erasure counts.
 */
export async function withoutLeftOut(db: DurableDb, rule: HandOverRule, found: readonly FoundHandOver[]): Promise<FoundHandOver[]> {
  const marks = (why: Reason) => db.marks.bulkGet(found.map(({ ref }) => markOf(why, orgKey(rule), recordKey(ref))))
  const [erased, expired] = [await marks('erased'), await marks('expired')]
  return found.filter(({ at }, index) => {
    const mark = erased[index] ?? expired[index]
    return mark === undefined || (rule.way.by !== 'list-view' && at > mark.at)
  })
}
