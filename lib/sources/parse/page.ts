import { Parser } from 'htmlparser2'
import type { SourceRow } from '@/lib/domain/source-ports'
import { creativeWork } from './json-ld'
import { isoMoment, wholeAddress } from './moments'
import { plainText } from './plain-text'

/** What a page says about itself in its head. */
export interface PageHead {
  title: string
  language: string
  /** By `name` or `property`, in lower case; the first of each. */
  meta: Map<string, string>
  tags: string[]
  links: { rel: string; type: string; href: string; title: string }[]
  jsonLd: string[]
}

const largestScript = 200_000

/** Reads title, `meta`, `link` and JSON-LD; runs nothing and loads nothing. */
export function readHead(html: string): PageHead {
  const head: PageHead = { title: '', language: '', meta: new Map(), tags: [], links: [], jsonLd: [] }
  let inside: 'title' | 'json' | undefined
  let script = ''
  const parser = new Parser({
    onopentag(name, at) {
      if (name === 'html') head.language = at['lang'] ?? ''
      if (name === 'title' && head.title === '') inside = 'title'
      if (name === 'script' && at['type']?.toLowerCase() === 'application/ld+json') inside = 'json'
      if (name === 'meta') keepMeta(head, at)
      if (name === 'link' && at['href']) head.links.push({ rel: (at['rel'] ?? '').toLowerCase(), type: (at['type'] ?? '').toLowerCase(), href: at['href'], title: at['title'] ?? '' })
    },
    ontext(text) {
      if (inside === 'title') head.title += text
      if (inside === 'json' && script.length < largestScript) script += text
    },
    onclosetag(name) {
      if (name === 'script' && inside === 'json') head.jsonLd.push(script)
      if (name === 'script') script = ''
      if (name === 'title' || name === 'script') inside = undefined
    },
  }, { decodeEntities: true })
  parser.end(html)
  return head
}

function keepMeta(head: PageHead, at: Record<string, string>): void {
  const name = (at['property'] ?? at['name'] ?? '').toLowerCase()
  const content = at['content'] ?? ''
  if (name === '' || content === '') return
  if (name === 'article:tag') head.tags.push(content)
  if (!head.meta.has(name)) head.meta.set(name, content)
}

/** The page as a row; `undefined` where it asks not to be listed. Open Graph (ogp.me) and schema.org before plain HTML. */
export function toPageRow(html: string, url: string): SourceRow | undefined {
  const head = readHead(html)
  const { meta } = head
  if (/noindex|none/i.test(meta.get('robots') ?? '')) return undefined
  const work = creativeWork(head.jsonLd)
  const keywords = (meta.get('keywords') ?? '').split(',').map((word) => word.trim()).filter(Boolean)
  const canonical = wholeAddress(head.links.find(({ rel }) => rel === 'canonical')?.href ?? url, url)
  const own = URL.canParse(canonical) && new URL(canonical).origin === new URL(url).origin
  return {
    title: plainText(work.title ?? meta.get('og:title') ?? head.title, 300), description: plainText(work.description ?? meta.get('og:description') ?? meta.get('description') ?? ''),
    url: own ? canonical : url, type: work.type ?? meta.get('og:type') ?? '', keywords: [...new Set([...(work.keywords ?? []), ...head.tags, ...keywords])],
    language: work.language ?? (head.language || (meta.get('og:locale') ?? '')), author: work.author ?? meta.get('author') ?? '',
    published: isoMoment(work.published ?? meta.get('article:published_time')), modified: isoMoment(work.modified ?? meta.get('article:modified_time')),
  }
}
