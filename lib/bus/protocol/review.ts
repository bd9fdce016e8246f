import * as z from 'zod/mini'
import { errorInfo } from '@/lib/domain/errors'
import { finding } from '@/lib/domain/finding'
import { summaryAnswer, summaryAsk } from '@/lib/domain/review/summary-ask'
import { savedView } from '@/lib/domain/review/saved-view'
import { verdictValue } from '@/lib/domain/ledger'
import type { MessageShape } from '../message'

const id = z.string().check(z.maxLength(200))
const text = z.optional(z.string().check(z.maxLength(1000)))

/** What the desk's review, its saved views and the findings need. */
export const reviewMessages = {
  /** All verdicts as packed sheets (`readSheet`), newest days first; `next` goes into the following call's `after`. */
  'review.sheets': { from: 'desk', request: z.strictObject({ after: z.optional(id) }), response: z.strictObject({ sheets: z.array(z.string()), next: z.optional(z.string()) }) },
  /**
   * The hub's counts, where this browser does not hold all they count: the team's verdicts are still being brought here, or the hub keeps them longer than
   * `days`. `null` where it does, and in no hub.
   */
  'review.summary': {
    from: 'desk', request: z.strictObject({ asks: z.array(summaryAsk).check(z.maxLength(8)) }),
    response: z.nullable(z.strictObject({ why: z.enum(['bringing', 'kept-longer']), days: z.number(), asOf: z.optional(z.number()), answers: z.optional(z.array(summaryAnswer)), error: z.optional(errorInfo) })),
  },
  /** What reps wrote with these verdicts, without names, addresses and ids; notes on people whose name neither this browser nor the CRM tells are left out. */
  'review.quotes': {
    from: 'desk', request: z.strictObject({ ids: z.array(id).check(z.maxLength(500)) }),
    response: z.array(z.strictObject({ id: z.string(), verdict: verdictValue, reason: text, note: z.string() })),
  },
  'review.views': { from: 'desk', request: z.strictObject({}), response: z.array(savedView) },
  /** A view of the same page and name is replaced. */
  'review.save-view': { from: 'desk', request: savedView, response: z.null() },
  'review.remove-view': { from: 'desk', request: z.pick(savedView, { page: true, name: true }), response: z.null() },

  'finding.list': { from: 'desk', request: z.strictObject({}), response: z.array(finding) },
  'finding.make': {
    from: 'desk',
    request: z.strictObject({
      sentence: z.string().check(z.minLength(1), z.maxLength(1000)), owner: text,
      concerns: finding.shape.concerns, verdictIds: z.array(id).check(z.maxLength(2000)),
    }),
    response: finding,
  },
  /** The finding as it shall be from now on; which verdicts it rests on and its version are not the sender's to change. */
  'finding.save': { from: 'desk', request: finding, response: finding },
  'finding.remove': { from: 'desk', request: z.strictObject({ id }), response: z.null() },
} as const satisfies Record<string, MessageShape>
