import * as z from 'zod/mini'
import { otherwise } from '@/lib/domain/otherwise'
import { AppError } from '@/lib/domain/errors'
import type { AssetSource, SourceRow } from '@/lib/domain/source-ports'
import { earliest, isoMoment, wholeAddress } from './parse/moments'
import { plainText } from './parse/plain-text'
import { parseJson } from '@/lib/domain/import/rows'
import { readConditionally } from './web/conditional'
import type { Answer, Get } from './web/get'

const mostPages = 20
const text = otherwise(z.optional(z.string()), undefined)
const authors = otherwise(z.optional(z.array(z.object({ name: text }))), undefined)
const item = z.object({
  id: otherwise(z.optional(z.union([z.string(), z.number()])), undefined), url: text, external_url: text, title: text, summary: text, content_text: text, content_html: text,
  date_published: text, date_modified: text, tags: otherwise(z.optional(z.array(z.string())), undefined), language: text, authors, author: otherwise(z.optional(z.object({ name: text })), undefined),
})
/** JSON Feed 1 and 1.1, https://www.jsonfeed.org/version/1.1/ */
const feed = z.object({
  version: z.string().check(z.regex(/^https?:\/\/(?:www\.)?jsonfeed\.org\/version\/1/)), title: text, language: text, next_url: text, authors,
  items: z.array(otherwise(z.nullable(item), null)),
})
type Feed = z.infer<typeof feed>

export function isJsonFeed(json: unknown): boolean {
  return feed.safeParse(json).success
}

/** Follows `next_url` to the end, on the same host only. */
export function createJsonFeedSource(get: Get): AssetSource {
  return {
    kind: 'json-feed',
    async read({ address, memory }) {
      const found = await readConditionally(get, memory, (ask) => readPages(address, ask))
      if (found.same) return { notModified: true, memory }
      const rows = found.value.flatMap(({ feed: page, url }) => page.items.map((one) => toRow(one, page, url)))
      const oldest = earliest(rows.map((row) => String(row['date_published'] ?? '')))
      return { notModified: false, rows, held: [], sight: oldest === undefined ? 'none' : { since: oldest }, waiting: 0, memory: found.validators, title: found.value[0]?.feed.title }
    },
  }
}

async function readPages(address: string, ask: (address: string) => Promise<Answer>): Promise<{ feed: Feed; url: string }[]> {
  const pages: { feed: Feed; url: string }[] = []
  const seen = new Set<string>()
  for (let next: string | undefined = address; next !== undefined && !seen.has(next) && pages.length < mostPages;) {
    seen.add(next)
    const answer: Answer = await ask(next)
    const parsed = feed.safeParse(parseJson(answer.text, 'bad-reply'))
    if (!parsed.success) throw new AppError('bad-reply', { detail: 'JSON Feed' })
    pages.push({ feed: parsed.data, url: answer.url })
    const more: string | undefined = parsed.data.next_url && wholeAddress(parsed.data.next_url, answer.url)
    next = more && URL.canParse(more) && new URL(more).origin === new URL(address).origin ? more : undefined
  }
  return pages
}

function toRow(one: z.infer<typeof item> | null, page: Feed, base: string): SourceRow {
  if (one === null) return {}
  const url = one.external_url ?? one.url ?? (typeof one.id === 'string' && /^https?:/.test(one.id) ? one.id : '')
  return {
    title: plainText(one.title ?? '', 300), summary: plainText(one.summary ?? one.content_text ?? one.content_html ?? ''), url: url && wholeAddress(url, base), tags: one.tags ?? [],
    language: one.language ?? page.language ?? '', author: one.authors?.[0]?.name ?? one.author?.name ?? page.authors?.[0]?.name ?? '',
    date_published: isoMoment(one.date_published), date_modified: isoMoment(one.date_modified),
  }
}
