import * as z from 'zod/mini'

export const assetKind = z.enum([
  'brochure', 'deck', 'call-sheet', 'one-pager', 'video', 'case-study', 'webinar', 'blog-post', 'ebook', 'white-paper',
  'comparison', 'pricing', 'demo', 'calculator', 'template', 'checklist', 'datasheet', 'report', 'event', 'page', 'other',
])
export type AssetKind = z.infer<typeof assetKind>

const words = z.array(z.string().check(z.maxLength(120))).check(z.maxLength(60))
const optionalText = (max: number) => z.optional(z.string().check(z.maxLength(max)))

/** An item of the shared repository. Times are epoch milliseconds; `stages`, `personas`, `industries` and `products` hold playbook ids. */
export const asset = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(120)),
  title: z.string().check(z.minLength(1), z.maxLength(300)),
  abstract: z.string().check(z.maxLength(4000)),
  /** https, or http where the address is on this machine; absent for a file without a public address. */
  url: optionalText(2000),
  kind: assetKind,
  topics: words,
  stages: words,
  personas: words,
  industries: words,
  products: words,
  /** BCP 47 */
  language: z.string().check(z.maxLength(35)),
  owner: optionalText(200),
  status: z.enum(['draft', 'approved', 'archived']),
  version: z.number(),
  shareable: z.boolean(),
  /** Readable text shown inside the panel, for call sheets. */
  body: optionalText(40000),
  verifiedAt: z.optional(z.number()),
  /** Days after which it has to be verified again. */
  verifyEvery: z.optional(z.number()),
  expires: z.optional(z.number()),
  publishedAt: z.optional(z.number()),
  updatedAt: z.number(),
  source: z.strictObject({
    system: z.enum(['local', 'import', 'feed', 'hub', 'sample', 'rss', 'json-feed', 'sitemap', 'wordpress', 'hubspot-cms', 'salesforce-files']),
    id: optionalText(500),
    /** The followed source it came from, by its id. */
    from: optionalText(200),
  }),
  /** Fields a person changed here: a source it came from no longer fills them. */
  edited: z.optional(words),
})
export type Asset = z.infer<typeof asset>
