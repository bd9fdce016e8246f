import * as z from 'zod/mini'
import { otherwise } from '@/lib/domain/otherwise'

const text = otherwise(z.optional(z.nullable(z.string())), undefined)
const paging = z.optional(z.object({ next: z.optional(z.object({ after: z.string() })) }))

/** `GET /cms/blogs/{v}/posts`, `/cms/pages/{v}/landing-pages` and `/site-pages`. */
export const content = z.object({
  id: z.string(), name: text, htmlTitle: text, url: text, metaDescription: text, postSummary: text, language: text, publishDate: text, updated: text,
  tagIds: otherwise(z.optional(z.array(z.number())), undefined),
})
export type Content = z.infer<typeof content>
export const contentPage = z.object({ results: z.array(content), paging })

/** `GET /cms/blogs/{v}/tags`. */
export const tagPage = z.object({ results: z.array(z.object({ id: z.string(), name: z.string() })), paging })

/** `GET /files/{v}/files/search`. `access` is `PUBLIC_INDEXABLE`, `PUBLIC_NOT_INDEXABLE`, `PRIVATE` or `HIDDEN_…`. */
export const file = z.object({ id: z.string(), name: text, url: text, defaultHostingUrl: text, type: text, extension: text, access: text, path: text, updatedAt: text })
export type File = z.infer<typeof file>
export const filePage = z.object({ results: z.array(file), paging })
