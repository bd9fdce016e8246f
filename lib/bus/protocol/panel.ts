import * as z from 'zod/mini'
import { asset } from '@/lib/domain/asset'
import { dismissedEvent, sendChannel, trigger, verdictEvent, verdictValue } from '@/lib/domain/ledger'
import { playbook } from '@/lib/domain/playbook'
import { recordRef } from '@/lib/domain/record-ref'
import { searchFilters, searchHit } from '@/lib/domain/search-view'
import { preparedSend } from '@/lib/domain/send-view'
import { sentence } from '@/lib/domain/sentence'
import { todayView } from '@/lib/domain/today-view'
import { touch } from '@/lib/domain/touch'
import { recordView, sendView, verdictView } from '@/lib/domain/view'
import type { MessageShape } from '../message'

const id = z.string().check(z.maxLength(200))
const words = z.string().check(z.maxLength(2000))

/** Where the panel is and what it should show. */
export const panelContext = z.strictObject({
  host: z.enum(['frame', 'side-panel', 'desk']),
  /** `consent` and `connect` send the rep to the desk; `today` is every page that is no record. */
  show: z.enum(['record', 'today', 'set-up']),
  ref: z.optional(recordRef),
  tabId: z.optional(z.number()),
  /** Chromium can open the browser's side panel from the dock; elsewhere the toolbar button does. */
  canOpenSidePanel: z.boolean(),
  /** Role decides which invitation an empty library shows. */
  role: z.enum(['rep', 'marketer']),
  /** Channels for a send, best first. */
  channels: z.array(sendChannel),
  preferredChannel: z.optional(sendChannel),
  allowFreeText: z.boolean(),
})
export type PanelContext = z.infer<typeof panelContext>

/** How sure the panel is that a person saw what was clicked: judged at the click. */
export const sight = z.strictObject({
  /** IntersectionObserver v2 said visible within the last 250 ms; `unknown` where the browser has none. */
  visible: z.enum(['yes', 'no', 'unknown']),
  /** 0 to 1, how much of the frame the page shows. */
  ratio: z.number(),
  /** Milliseconds since the frame appeared or moved. */
  settledFor: z.number(),
})
export type Sight = z.infer<typeof sight>

const act = { ref: recordRef, sight }

export const panelMessages = {
  /** First message of every panel document; spends the ticket where it is framed. */
  'panel.hello': { from: 'panel', request: z.strictObject({ ticket: z.optional(id) }), response: panelContext },
  'panel.context': { from: 'panel', request: z.strictObject({}), response: panelContext },
  /**
   * The current record is on the screen, be it its person, its loading or its failure, and nothing of another one: the loader
   * may show the frame. Sent again whenever `panel.context` was answered, for the same record too. An empty key: no person at all.
   */
  'panel.painted': { from: 'panel', request: z.strictObject({ key: z.string() }), response: z.null() },
  /** The person aims at something with consequences: the tab's loader looks at the frame now, and its word is there at the click. */
  'panel.aim': { from: 'panel', request: z.strictObject({}), response: z.null() },
  'panel.close': { from: 'panel', request: z.strictObject({}), response: z.null() },
  'panel.open-side-panel': { from: 'panel', request: z.strictObject({}), response: z.strictObject({ opened: z.boolean() }) },
  'desk.open': { from: 'panel', request: z.strictObject({ page: z.enum(['home', 'connections', 'library', 'feedback', 'playbook', 'findings', 'data', 'set-up']) }), response: z.null() },

  /** `cached`: the local copy at once, or null; `fresh`: reads the CRM unless read within 60 s (`force` reads anyway). */
  'record.cached': { from: 'panel', request: z.strictObject({ ref: recordRef }), response: z.nullable(recordView) },
  'record.fresh': { from: 'panel', request: z.strictObject({ ref: recordRef, force: z.boolean() }), response: recordView },
  'record.touches': { from: 'panel', request: z.strictObject({ ref: recordRef, storyKey: z.string().check(z.maxLength(4000)) }), response: z.array(touch) },
  'record.go': { from: 'panel', request: z.strictObject({ ref: recordRef }), response: z.null() },
  'today.list': { from: 'panel', request: z.strictObject({}), response: todayView },
  'notice.dismiss': { from: 'panel', request: z.strictObject({ id }), response: z.null() },
  'playbook.get': { from: 'panel', request: z.strictObject({}), response: playbook },

  'verdict.give': {
    from: 'panel',
    /** `eventId` is made by the panel at the pointer-down, so that a repeated message is the same event. */
    request: z.strictObject({ ...act, eventId: id, verdict: verdictValue, supersedes: z.optional(id) }),
    response: verdictView,
  },
  /** Completes the standing verdict: a reason, a return, a note, what helped. Appends an event that supersedes. */
  'verdict.detail': {
    from: 'panel',
    request: z.strictObject({
      ...act, eventId: id, verdictId: id, reason: z.optional(id), until: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
      trigger: z.optional(trigger), note: z.optional(words), helped: z.optional(z.array(z.string().check(z.maxLength(4000)))),
      clause: verdictEvent.shape.clause,
    }),
    response: verdictView,
  },
  'verdict.undo': { from: 'panel', request: z.strictObject({ ...act, verdictId: id }), response: z.null() },

  'library.search': {
    from: 'panel',
    request: z.strictObject({ query: z.string().check(z.maxLength(300)), filters: searchFilters, limit: z.number(), ref: z.optional(recordRef) }),
    response: z.strictObject({ hits: z.array(searchHit), total: z.number(), fitting: z.number() }),
  },
  'asset.get': { from: 'panel', request: z.strictObject({ assetId: id }), response: asset },
  'asset.request': { from: 'panel', request: z.strictObject({ ref: recordRef, query: words, note: z.optional(words) }), response: z.null() },
  'suggestion.dismiss': { from: 'panel', request: z.strictObject({ ref: recordRef, assetId: id, reason: dismissedEvent.shape.reason }), response: z.null() },

  'send.prepare': { from: 'panel', request: z.strictObject({ ref: recordRef, assetId: id, channel: z.optional(sendChannel) }), response: preparedSend },
  /** Ledger first, then the background opens the composer; `text` is what the panel copies where the channel is `copy`. */
  'send.open': {
    from: 'panel',
    request: z.strictObject({ ...act, eventId: id, assetId: id, channel: sendChannel, subject: words, body: z.string().check(z.maxLength(40000)) }),
    response: z.strictObject({ send: sendView, copy: z.optional(z.string()), why: z.optional(sentence) }),
  },
  'send.outcome': { from: 'panel', request: z.strictObject({ ...act, eventId: id, sendId: id, outcome: z.enum(['sent', 'dropped']) }), response: sendView },
  'delivery.retry': { from: 'panel', request: z.strictObject({ eventId: id }), response: z.null() },
} as const satisfies Record<string, MessageShape>

/** What the background tells panels and desks: read again what you show of this. */
export const panelSignal = z.strictObject({
  leadside: z.literal(1),
  signal: z.enum(['context', 'record', 'library', 'today', 'connections', 'hub', 'settings']),
  /** For `record`: whose. */
  key: z.optional(z.string()),
  /** Meant for the browser's own panels and the desk: a framed panel, which Chromium hands it too, leaves it alone. */
  to: z.optional(z.literal('pages')),
})
