import * as z from 'zod/mini'
import { errorInfo } from './errors'
import { handOverBy, type FoundHandOver, type HandOver, type HandOverRule } from './hand-over'

const option = z.strictObject({ id: z.string(), label: z.string() })

/** What a connected CRM offers to choose from. A way that cannot be read says why and what it takes. */
export const handOverChoices = z.strictObject({
  ways: z.array(z.strictObject({
    by: handOverBy,
    options: z.array(option),
    error: z.optional(errorInfo),
    need: z.optional(z.string()),
  })),
  /** Values that can mean marketing qualified or sales qualified: Lead Status, lifecycle stage. */
  stages: z.array(option),
})
export type HandOverChoices = z.infer<typeof handOverChoices>

/** What the reading had to do without, and what it takes, in the CRM's own term. */
export const handOverLack = z.strictObject({ part: z.enum(['history', 'follow-up', 'campaigns', 'stages', 'outcome', 'record']), need: z.string() })
export type HandOverLack = z.infer<typeof handOverLack>

/** One page of leads the rule found. The cursor reads on from there, now or another day; `more` says there is more now. */
export interface HandOverPage {
  found: FoundHandOver[]
  cursor: string
  more: boolean
  lacks: HandOverLack[]
}

/** What became of one lead, in the CRM's own words where the playbook has its own. */
export type HandOverProgress = Omit<HandOver, 'key' | 'orgKey' | 'at' | 'precision' | 'rule' | 'readAt' | 'persona' | 'industry' | 'stage'> & {
  title?: string | undefined
  industry?: string | undefined
  status?: string | undefined
  lifecycle?: string | undefined
}

/** Reads hand-overs in bulk with the access of whoever is signed in. All methods throw `AppError`. */
export interface HandOverReader {
  choices(org: string): Promise<HandOverChoices>
  /** Leads handed over since the cursor. `undefined` starts at the rule's `since`. @throws AppError `quota` near the limit: go on at the same cursor later */
  find(rule: HandOverRule, cursor: string | undefined): Promise<HandOverPage>
  /** What became of at most `progressBatch` leads, in any order; those that are gone are left out. */
  progress(rule: HandOverRule, found: readonly FoundHandOver[]): Promise<{ progress: HandOverProgress[]; lacks: HandOverLack[] }>
}

export const progressBatch = 50

/** How far the reading of one connection got. */
export const handOverState = z.strictObject({
  cursor: z.string(),
  readAt: z.number(),
  /** There is more to find now. */
  more: z.boolean(),
  /** When everything there was had last been found. */
  completeAt: z.optional(z.number()),
  /** Of the latest reading. */
  lacks: z.array(handOverLack),
})
export type HandOverState = z.infer<typeof handOverState>

/** What is kept of a lead after its progress was read. */
export type HandOverUpdate = Omit<HandOver, 'key' | 'orgKey' | 'at' | 'precision' | 'rule'>

/** Hand-overs kept on this machine. Writes for a rule that has been changed meanwhile are ignored. */
export interface HandOverStore {
  rules(): Promise<HandOverRule[]>
  /** Sets the rule of its connection. Rows found under another rule are forgotten, and the reading starts anew. */
  setRule(rule: HandOverRule): Promise<void>
  state(orgKey: string): Promise<HandOverState | undefined>
  /** Stores a page, its cursor and what was lacking in one transaction; of a lead known already the earlier moment counts, and one from history before a bound. Who was erased or purged stays away. Resolves how many are new. */
  merge(rule: HandOverRule, page: HandOverPage, now: number): Promise<number>
  /** Stores what became of leads already kept. */
  update(rule: HandOverRule, rows: readonly HandOverUpdate[], lacks: readonly HandOverLack[], now: number): Promise<void>
  /** Leads whose progress was never read or last read before the moment, longest ago first, unless their outcome is final. */
  due(orgKey: string, readBefore: number, limit: number): Promise<FoundHandOver[]>
  /** How many of those there are. */
  countDue(orgKey: string, readBefore: number): Promise<number>
  count(orgKey: string): Promise<number>
  all(): Promise<HandOver[]>
  byKeys(keys: readonly string[]): Promise<HandOver[]>
  page(after: string | undefined, limit: number): Promise<{ rows: HandOver[]; next?: string | undefined }>
  purge(before: number): Promise<void>
  /** Rule and rows of a connection. */
  forget(orgKey: string): Promise<void>
}
