import * as z from 'zod/mini'
import { otherwise } from '@/lib/domain/otherwise'
import { AppError } from '@/lib/domain/errors'
import type { AssetSource, SourceRow } from '@/lib/domain/source-ports'
import { earliest, isoMoment } from './parse/moments'
import { plainText } from './parse/plain-text'
import { parseJson } from '@/lib/domain/import/rows'
import { readConditionally } from './web/conditional'
import type { Answer, Get } from './web/get'

const pageSize = 100
/** Of posts, and of pages. */
const mostPages = 25

const text = otherwise(z.optional(z.string()), undefined)
const rendered = otherwise(z.object({ rendered: z.string() }), { rendered: '' })
const term = z.object({ name: z.string(), taxonomy: text })
const entry = z.object({
  link: z.string(), title: rendered, excerpt: rendered, date_gmt: text, modified_gmt: text,
  _embedded: otherwise(z.optional(z.object({ 'wp:term': otherwise(z.optional(z.array(z.array(term))), undefined) })), undefined),
})
const entries = z.array(otherwise(z.nullable(entry), null))
/** The index of the REST API names its namespaces; https://developer.wordpress.org/rest-api/ */
const index = z.object({ namespaces: z.array(z.string()), name: text })

export function wordpressName(json: unknown): string | undefined {
  const parsed = index.safeParse(json)
  return parsed.success && parsed.data.namespaces.includes('wp/v2') ? (parsed.data.name ?? '') : undefined
}

/** Posts and pages of a WordPress site. `address` is its REST root, for example `https://example.com/wp-json/`. */
export function createWordpressSource(get: Get): AssetSource {
  return {
    kind: 'wordpress',
    async read({ address, memory }) {
      const found = await readConditionally(get, memory, async (ask) => [await readNewest(address, 'posts', ask), await readNewest(address, 'pages', ask)])
      if (found.same) return { notModified: true, memory }
      const rows = found.value.flatMap((part) => part.rows)
      const cut = found.value.filter(({ whole }) => !whole).map((part) => earliest(part.rows.map(({ published }) => String(published))) ?? Infinity)
      return { notModified: false, rows, held: [], sight: cut.length === 0 ? 'all' : { since: Math.max(...cut) }, waiting: 0, memory: found.validators, title: new URL(address).hostname }
    },
  }
}

/** Newest first, as the interface lists them; `whole`: there are no more. */
async function readNewest(address: string, type: 'posts' | 'pages', ask: (address: string) => Promise<Answer>): Promise<{ rows: SourceRow[]; whole: boolean }> {
  const rows: SourceRow[] = []
  let pages = 1
  for (let page = 1; page <= Math.min(pages, mostPages); page += 1) {
    const answer = await ask(pageAddress(address, type, page))
    const parsed = entries.safeParse(parseJson(answer.text, 'bad-reply'))
    if (!parsed.success) throw new AppError('bad-reply', { detail: type })
    rows.push(...parsed.data.map((one) => (one ? toRow(one, type) : {})))
    pages = Number(answer.header('x-wp-totalpages') ?? 1)
  }
  return { rows, whole: pages <= mostPages }
}

/** Sites without pretty addresses take the route as a parameter: both forms are one `URL` away. */
function pageAddress(address: string, type: string, page: number): string {
  const url = new URL(address)
  const route = `wp/v2/${type}`
  if (url.searchParams.has('rest_route')) url.searchParams.set('rest_route', `/${route}`)
  else url.pathname = `${url.pathname.replace(/\/$/, '')}/${route}`
  for (const [name, value] of Object.entries({ per_page: pageSize, page, _embed: 'wp:term', _fields: 'link,title,excerpt,date_gmt,modified_gmt,_links,_embedded' })) url.searchParams.set(name, String(value))
  return url.href
}

function toRow(one: z.infer<typeof entry>, type: 'posts' | 'pages'): SourceRow {
  const terms = (one._embedded?.['wp:term'] ?? []).flat().map(({ name }) => plainText(name, 120)).filter((name) => name !== 'Uncategorized')
  const utc = (moment: string | undefined) => isoMoment(moment && `${moment}Z`)
  return {
    title: plainText(one.title.rendered, 300), description: plainText(one.excerpt.rendered), link: one.link, type: type === 'posts' ? 'blog-post' : 'page', tags: [...new Set(terms)],
    published: utc(one.date_gmt), modified: utc(one.modified_gmt),
  }
}
