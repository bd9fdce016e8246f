import * as z from 'zod/mini'
import { asset } from '@/lib/domain/asset'
import { connection } from '@/lib/domain/connection'
import { errorInfo } from '@/lib/domain/errors'
import { hubErasure } from '@/lib/domain/hub'
import { feedbackRow } from '@/lib/domain/feedback-row'
import { outboxMember } from '@/lib/domain/outbox'
import { actor } from '@/lib/domain/person'
import { crm, recordRef } from '@/lib/domain/record-ref'
import { policy, settings, settingsPatch } from '@/lib/domain/settings'
import type { MessageShape } from '../message'

const counted = z.strictObject({ added: z.number(), known: z.number() })
const restorePlan = z.strictObject({
  events: counted, assets: z.strictObject({ added: z.number(), changed: z.number(), known: z.number() }), outbox: counted, documents: counted,
  playbook: z.enum(['absent', 'same', 'replaced']), others: counted, invalid: z.number(),
})

const id = z.string().check(z.maxLength(200))
const text = z.optional(z.string())

export const deskState = z.strictObject({
  consented: z.boolean(),
  samples: z.boolean(),
  settings,
  policy,
  redirectUrl: z.string(),
  /** Where an admin reads about Leadside. */
  adminPage: z.string(),
  browser: z.enum(['chromium', 'firefox', 'other']),
  connections: z.array(connection),
  library: z.strictObject({ size: z.number() }),
  outbox: z.strictObject({ open: z.number(), stuck: z.number(), oldest: z.optional(z.number()) }),
  /** Something was lost or is not as it should be: shown until dismissed. */
  warnings: z.array(z.strictObject({ id, kind: z.enum(['data-lost', 'storage-broken', 'settings-reset', 'policy-ignored', 'erasure-refused']), detail: text })),
})
export type DeskState = z.infer<typeof deskState>

const connectPolicyFree = {
  'salesforce.oauth': { from: 'desk', request: z.strictObject({ org: z.string().check(z.maxLength(253)), clientId: z.string().check(z.maxLength(400)) }), response: connection },
  'salesforce.session': { from: 'desk', request: z.strictObject({ org: z.string().check(z.maxLength(253)) }), response: connection },
  'hubspot.token': {
    from: 'desk',
    request: z.strictObject({ token: z.string().check(z.maxLength(600)) }),
    response: z.strictObject({ connection, owners: z.array(actor) }),
  },
  'hubspot.owners': { from: 'desk', request: z.strictObject({ org: z.string() }), response: z.array(actor) },
  'hubspot.iam': { from: 'desk', request: z.strictObject({ org: z.string(), ownerId: id }), response: connection },
  'hubspot.setup': { from: 'desk', request: z.strictObject({ org: z.string() }), response: z.array(z.strictObject({ step: z.string(), state: z.enum(['made', 'present', 'failed']), error: z.optional(errorInfo) })) },
} as const satisfies Record<string, MessageShape>

export const deskMessages = {
  'desk.state': { from: 'desk', request: z.strictObject({}), response: deskState },
  'consent.give': { from: 'desk', request: z.strictObject({}), response: z.null() },
  'consent.withdraw': { from: 'desk', request: z.strictObject({}), response: z.null() },
  'settings.save': { from: 'desk', request: settingsPatch, response: settings },
  'warning.dismiss': { from: 'desk', request: z.strictObject({ id }), response: z.null() },

  ...connectPolicyFree,
  'connection.test': { from: 'desk', request: z.strictObject({ crm, org: z.string() }), response: connection },
  /** `open` rows must be named first: `deliver` waits for them, `drop` forgets them. */
  'connection.disconnect': { from: 'desk', request: z.strictObject({ crm, org: z.string(), undelivered: z.enum(['ask', 'drop']) }), response: z.strictObject({ done: z.boolean(), undelivered: z.number() }) },

  'library.list': { from: 'desk', request: z.strictObject({}), response: z.array(asset) },
  'library.save': { from: 'desk', request: z.strictObject({ asset }), response: asset },
  'library.archive': { from: 'desk', request: z.strictObject({ ids: z.array(id) }), response: z.null() },
  'library.verify': { from: 'desk', request: z.strictObject({ ids: z.array(id) }), response: z.null() },
  /** Writes planned assets in chunks of at most 1,000; all chunks of one `importId` become visible with the last. */
  'library.import': { from: 'desk', request: z.strictObject({ importId: id, assets: z.array(asset), last: z.boolean() }), response: z.null() },
  'library.import-cancel': { from: 'desk', request: z.strictObject({ importId: id }), response: z.null() },

  /** All verdicts, paged newest first; the desk filters and groups what it has. */
  'feedback.page': { from: 'desk', request: z.strictObject({ after: z.optional(z.string()), limit: z.number() }), response: z.strictObject({ rows: z.array(feedbackRow), next: z.optional(z.string()) }) },
  'feedback.read-team': { from: 'desk', request: z.strictObject({}), response: z.strictObject({ read: z.number(), added: z.number(), errors: z.array(z.strictObject({ org: z.string(), error: errorInfo })) }) },

  'samples.load': { from: 'desk', request: z.strictObject({}), response: z.strictObject({ assets: z.number(), verdicts: z.number(), refs: z.array(recordRef) }) },
  'samples.remove': { from: 'desk', request: z.strictObject({}), response: z.null() },

  /** Everything as CloudEvents, a line each, slice by slice. */
  'data.export': { from: 'desk', request: z.strictObject({ after: z.optional(z.string().check(z.maxLength(2000))) }), response: z.strictObject({ lines: z.string(), next: z.optional(z.string()) }) },
  /** Lines of an export, chunk by chunk; `dry` writes nothing and says what would happen. */
  'data.restore': { from: 'desk', request: z.strictObject({ text: z.string(), dry: z.boolean(), last: z.boolean() }), response: restorePlan },
  /** With erasures the hub cannot be told of and `ask`, nothing happens but their number comes back. */
  'data.delete-all': { from: 'desk', request: z.strictObject({ untold: z.enum(['ask', 'drop']) }), response: z.strictObject({ done: z.boolean(), untold: z.number() }) },
  'data.delete-person': { from: 'desk', request: z.strictObject({ query: z.string().check(z.maxLength(300)) }), response: z.strictObject({ deleted: z.number(), atHub: z.optional(hubErasure) }) },
  'data.find-person': { from: 'desk', request: z.strictObject({ query: z.string().check(z.maxLength(300)) }), response: z.array(z.strictObject({ ref: recordRef, name: z.string(), company: text, events: z.number() })) },
  'data.diagnostics': { from: 'desk', request: z.strictObject({}), response: z.strictObject({ text: z.string() }) },
  'outbox.list': {
    from: 'desk', request: z.strictObject({}),
    response: z.array(z.strictObject({ id: z.string(), eventId: z.string(), task: z.string(), org: z.string(), ref: recordRef, name: text, state: z.string(), attempts: z.number(), createdAt: z.number(), dueAt: z.number(), member: z.optional(outboxMember), error: z.optional(errorInfo) })),
  },
} as const satisfies Record<string, MessageShape>
