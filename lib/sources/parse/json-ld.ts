import * as z from 'zod/mini'
import { otherwise } from '@/lib/domain/otherwise'

const text = otherwise(z.optional(z.string()), undefined)
const named = otherwise(z.optional(z.union([z.string(), z.object({ name: z.string() }), z.pipe(z.array(z.object({ name: z.string() })), z.transform((all) => all[0] ?? { name: '' }))])), undefined)
const words = otherwise(z.optional(z.union([z.string(), z.array(z.string())])), undefined)
const node = z.looseObject({
  '@type': otherwise(z.optional(z.union([z.string(), z.array(z.string())])), undefined),
  headline: text, name: text, description: text, abstract: text, keywords: words, author: named, datePublished: text, dateModified: text, inLanguage: text,
})
type Node = z.infer<typeof node>

/** schema.org types a library item can be, with the kind each one means. */
const works: Record<string, string> = {
  Article: 'article', BlogPosting: 'blog-post', TechArticle: 'article', NewsArticle: 'article', Report: 'report', VideoObject: 'video', Event: 'event', EducationEvent: 'webinar',
  Course: 'webinar', Book: 'ebook', DigitalDocument: 'brochure', PresentationDigitalDocument: 'deck', WebPage: 'page', Product: 'page', SoftwareApplication: 'page', CreativeWork: 'other',
}

export interface Work {
  type?: string | undefined; title?: string | undefined; description?: string | undefined; keywords?: string[] | undefined
  author?: string | undefined; published?: string | undefined; modified?: string | undefined; language?: string | undefined
}

/** The first work JSON-LD scripts speak of, `@graph` included; nothing for what cannot be read. */
export function creativeWork(scripts: readonly string[]): Work {
  const nodes = scripts.flatMap((script) => nodesOf(parse(script), 0))
  const found = Object.keys(works).flatMap((type) => nodes.filter((one) => typesOf(one).includes(type)).map((one) => ({ one, type })))[0]
  if (!found) return {}
  const { one, type } = found
  return {
    type: works[type], title: one.headline ?? one.name, description: one.description ?? one.abstract,
    keywords: typeof one.keywords === 'string' ? one.keywords.split(',').map((word) => word.trim()).filter(Boolean) : one.keywords,
    author: typeof one.author === 'string' ? one.author : one.author?.name, published: one.datePublished, modified: one.dateModified, language: one.inLanguage,
  }
}

function nodesOf(value: unknown, depth: number): Node[] {
  if (depth > 4) return []
  if (Array.isArray(value)) return value.slice(0, 100).flatMap((one) => nodesOf(one, depth + 1))
  const parsed = node.safeParse(value)
  return parsed.success ? [parsed.data, ...nodesOf(parsed.data['@graph'] ?? [], depth + 1)] : []
}

function typesOf(one: Node): string[] {
  const type = one['@type']
  return typeof type === 'string' ? [type] : (type ?? [])
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
