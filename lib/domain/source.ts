import * as z from 'zod/mini'
import { assetKind, type Asset } from './asset'
import { fnv1a64 } from './digest'
import { errorInfo, errorKind } from './errors'

/** Where assets can come from: `file` is CSV or JSON at an address, the last two are read with a connected CRM's sign-in. */
export const sourceKind = z.enum(['file', 'json-feed', 'rss', 'sitemap', 'wordpress', 'hubspot-cms', 'salesforce-files'])
export type SourceKind = z.infer<typeof sourceKind>

const word = z.string().check(z.maxLength(120))
const count = z.number()

/** What every item of a source gets where the item itself says nothing. */
export const fixedFields = z.strictObject({
  kind: z.optional(assetKind),
  language: z.optional(z.string().check(z.maxLength(35))),
  topics: z.optional(z.array(word).check(z.maxLength(20))),
})
export type FixedFields = z.infer<typeof fixedFields>

/** Column of the source → field of the asset; empty: guessed from the columns' names. */
export const sourceMapping = z.record(z.string().check(z.maxLength(200)), z.string().check(z.maxLength(40)))

/**
 * Something a reading brought that could not be taken, while all else was. `conflict`: the team's hub has another version; `invalid`: it
 * cannot be read, or the hub refuses it. `name` is its first words, or its id.
 */
export const setAside = z.strictObject({ what: z.enum(['assets', 'document', 'playbook']), name: z.string().check(z.maxLength(200)), kind: errorKind })
export type SetAside = z.infer<typeof setAside>

/** A place the library is filled from, and how its last reading went. Times are epoch milliseconds. */
export const source = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(200)),
  kind: sourceKind,
  /** A web address, or `<crm>:<org>` for what a CRM keeps. */
  address: z.string().check(z.maxLength(2000)),
  title: z.optional(z.string().check(z.maxLength(300))),
  mapping: sourceMapping,
  fixed: fixedFields,
  /** Fields it filled before its columns or fixed values were changed: emptied before an item of it is read again. */
  dropped: z.optional(z.array(word).check(z.maxLength(40))),
  /** A playbook in the file replaces the one here, also where this browser has one of its own. */
  takesPlaybook: z.boolean(),
  /** Version of the playbook that came from here last. */
  tookPlaybook: z.optional(z.string()),
  paused: z.boolean(),
  addedAt: z.number(),
  /** The last reading that succeeded, changed or not. */
  readAt: z.optional(z.number()),
  /** Before this moment nobody reads it unless a person asks. */
  dueAt: z.optional(z.number()),
  error: z.optional(errorInfo),
  /** Of the last reading that brought something. `waiting`: items known but not read yet. */
  counts: z.optional(z.strictObject({ items: count, problems: count, waiting: count, added: count, changed: count, gone: count })),
  /** Of the same reading; the first of them. */
  setAside: z.optional(z.array(setAside).check(z.maxLength(20))),
  /** What its reader wants to know next time, for example entity tags. */
  memory: z.optional(z.unknown()),
})
export type Source = z.infer<typeof source>

/** The same place has the same id in every browser. */
export function sourceId(kind: SourceKind, address: string): string {
  return `${kind}-${fnv1a64(address)}`
}

export function systemOf(kind: SourceKind): Asset['source']['system'] {
  return kind === 'file' ? 'feed' : kind
}

export const crmKinds: Partial<Record<SourceKind, 'salesforce' | 'hubspot'>> = { 'hubspot-cms': 'hubspot', 'salesforce-files': 'salesforce' }
