import * as z from 'zod/mini'

export const touchKind = z.enum([
  'page-view', 'pricing', 'demo', 'comparison', 'form', 'download', 'document', 'video', 'webinar-registered',
  'webinar-attended', 'event', 'email-sent', 'email-open', 'email-click', 'email-reply', 'campaign-response', 'link-view',
  'ad', 'call', 'meeting', 'other',
])
export type TouchKind = z.infer<typeof touchKind>

/** Who did it, and the rule that says so (`agent.<cause>` in the catalogue). */
export const agent = z.strictObject({ by: z.enum(['human', 'machine', 'unknown']), cause: z.string() })
export type Agent = z.infer<typeof agent>

/** What a source knows that helps to tell people from machines. Never an address, a place or a raw user agent. */
const agentSignals = z.strictObject({
  /** Name of a known scanner, crawler or proxy found in the user agent before it was dropped. */
  bot: z.optional(z.string()),
  /** HTTP HEAD or a prefetch. */
  probe: z.optional(z.boolean()),
  /** The rep's own or a colleague's view. */
  own: z.optional(z.boolean()),
  /** The source itself filtered the event out. */
  filtered: z.optional(z.boolean()),
  /** 0 to 100, higher is more bot-like. */
  botScore: z.optional(z.number()),
  /** Epoch milliseconds at which the mail was delivered. */
  deliveredAt: z.optional(z.number()),
  /** The mail this open or click belongs to, and how many links it holds. */
  mailId: z.optional(z.string()),
  mailLinks: z.optional(z.number()),
  /** The source recorded something only a person does: a form filled, a reply, a seat taken in a webinar. */
  deliberate: z.optional(z.boolean()),
})

/** One act of consumption as a source reports it. `at` in epoch milliseconds, `seconds` spent, `progress` 0 to 1. */
export const rawTouch = z.strictObject({
  /** Stable over re-reads: the source's own id where it has one. */
  id: z.string(),
  at: z.number(),
  kind: touchKind,
  title: z.string(),
  url: z.optional(z.string()),
  /** Names the item where it has no address: a campaign, a file, a form. */
  itemId: z.optional(z.string()),
  campaign: z.optional(z.strictObject({ id: z.optional(z.string()), name: z.string() })),
  origin: z.strictObject({ system: z.string(), id: z.string() }),
  signals: agentSignals,
  /** Who it was, where the source has judged that itself because only it saw the visitor: the hub, of its links. */
  agent: z.optional(agent),
  seconds: z.optional(z.number()),
  progress: z.optional(z.number()),
  /** A touch known only to the day: ordering within the day means nothing. */
  dayOnly: z.optional(z.boolean()),
})
export type RawTouch = z.infer<typeof rawTouch>

/** A touch after the domain has labelled it, keyed it to its item and matched it with the repository. */
export const touch = z.strictObject({
  id: z.string(),
  at: z.number(),
  kind: touchKind,
  title: z.string(),
  url: z.optional(z.string()),
  contentKey: z.string(),
  assetId: z.optional(z.string()),
  campaign: z.optional(z.strictObject({ id: z.optional(z.string()), name: z.string() })),
  origin: z.strictObject({ system: z.string(), id: z.string() }),
  agent,
  seconds: z.optional(z.number()),
  progress: z.optional(z.number()),
  dayOnly: z.optional(z.boolean()),
})
export type Touch = z.infer<typeof touch>

/** Touches of one content item, newest first. `depth` 0 (seen in passing) to 1 (finished, filled in, attended). */
export const story = z.strictObject({
  key: z.string(),
  title: z.string(),
  url: z.optional(z.string()),
  assetId: z.optional(z.string()),
  kind: touchKind,
  first: z.number(),
  last: z.number(),
  count: z.number(),
  human: z.number(),
  machine: z.number(),
  depth: z.number(),
  campaigns: z.array(z.string()),
  touches: z.array(touch),
})
export type Story = z.infer<typeof story>
