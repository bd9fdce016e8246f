import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import type { FoundHandOver, HandOverRule } from '@/lib/domain/hand-over'
import type { HandOverPage } from '@/lib/domain/hand-over-ports'
import { expectSlot, type Part } from '../org/composite'
import { SlotError } from '../org/explain'
import type { Org } from '../org/org'
import { parseJson } from '../read/feedback'
import { expectId } from '../soql'
import { toMoment } from '../time'
import { maybeText, recordId } from '../wire'
import { changedIn } from './view-query'

const dayMs = 86_400_000

/** Once in so long the whole view is read: a lead can come into it without being changed itself, by a sharing rule for one. */
const wholeMs = 7 * dayMs
/** Changes of the last minutes before a reading are read again: they may have been on their way. */
const overlapMs = 5 * 60_000

/**
 * `next`: where an unfinished reading goes on, `whole` unless it reads changes only, `startedAt` its first page. `completeAt`, `wholeAt`: who was in the view
 * then is known, by a reading of either kind, and of all of it.
 */
const cursorShape = z.strictObject({
  next: z.optional(z.string().check(z.startsWith('/services/data/'))), whole: z.optional(z.boolean()), startedAt: z.optional(z.number()),
  completeAt: z.optional(z.number()), wholeAt: z.optional(z.number()),
})
type Cursor = z.infer<typeof cursorShape>

/** `GET …/listviews/{id}/describe`: the query the view runs. */
const description = z.object({ query: z.string() })
const viewRow = z.object({ Id: recordId, CreatedDate: maybeText })
const viewPage = z.object({ records: z.array(viewRow), nextRecordsUrl: maybeText })

/**
 * Leads in a list view. A view knows who is in it and not since when: whoever was in it at the first reading came at an unknown time, whoever appears later
 * came since the reading before. Between whole readings only leads that were changed are asked for, where the view allows it (`changedIn`).
 */
export async function findInView(org: Org, rule: HandOverRule, view: string, cursorText: string | undefined, now: number): Promise<HandOverPage> {
  const parsed = z.safeParse(cursorShape, parseJson(cursorText))
  const from: Cursor = parsed.success ? parsed.data : {}
  const { page, whole, startedAt } = await readPage(org, view, from, now)
  const knownAt = whole ? from.wholeAt ?? from.completeAt : from.completeAt
  const found = page.records.flatMap((row): FoundHandOver[] => {
    const created = toMoment(row.CreatedDate) ?? rule.since
    const ref = { crm: 'salesforce', org: org.host, kind: 'lead', id: row.Id } as const
    if (knownAt === undefined) return [{ ref, at: Math.max(created, rule.since), precision: 'unknown' }]
    const fresh = now - knownAt <= 2 * dayMs
    return [fresh ? { ref, at: now, precision: 'day' } : { ref, at: Math.max(created, knownAt), precision: 'unknown' }]
  })
  const next = page.nextRecordsUrl
  const { completeAt, wholeAt } = from
  // A reading tells of the moment it began: Salesforce pages through the view as it was then.
  const cursor: Cursor = next === undefined ? { completeAt: startedAt, wholeAt: whole ? startedAt : wholeAt } : { next, whole, startedAt, completeAt, wholeAt }
  return { found, cursor: JSON.stringify(cursor), more: next !== undefined, lacks: [] }
}

/** `startedAt`: cursors of before do not say it; then nothing later is known than before. */
interface Reading { page: z.infer<typeof viewPage>; whole: boolean; startedAt: number | undefined }

/** The next page, or the first where there is none or Salesforce has dropped the reading, as it does after two days. */
async function readPage(org: Org, view: string, { next, whole = true, startedAt, completeAt, wholeAt }: Cursor, now: number): Promise<Reading> {
  if (next !== undefined) {
    try {
      return { page: await readPart(org, { ref: 'page', method: 'GET', path: next }, viewPage), whole, startedAt: startedAt ?? completeAt }
    } catch (error) {
      if (!(error instanceof SlotError) || error.code !== 'INVALID_QUERY_LOCATOR') throw error
    }
  }
  const { query } = await readPart(org, { ref: 'view', method: 'GET', path: `/sobjects/Lead/listviews/${expectId(view)}/describe` }, description)
  if (!/^SELECT\s[^;]+\sFROM\s+Lead\b/i.test(query)) throw new AppError('bad-reply', { detail: 'list view' })
  const due = completeAt === undefined || wholeAt === undefined || now - wholeAt >= wholeMs
  const changes = due ? undefined : changedIn(query, new Date(completeAt - overlapMs).toISOString())
  return { page: await readPart(org, { ref: 'page', method: 'GET', path: `/query/?q=${encodeURIComponent(changes ?? query)}` }, viewPage), whole: changes === undefined, startedAt: now }
}

async function readPart<T>(org: Org, part: Part, schema: z.core.$ZodType<T>): Promise<T> {
  const parsed = z.safeParse(schema, expectSlot(await org.composite([part], { purpose: 'read' }), part.ref))
  if (!parsed.success) throw new AppError('bad-reply', { detail: part.ref })
  return parsed.data
}
