import { guessMapping, tableColumns } from '@/lib/domain/asset-columns'
import { AppError } from '@/lib/domain/errors'
import type { FoundSource } from '@/lib/domain/source-ports'
import { isJsonFeed } from './json-feed'
import { wholeAddress } from './parse/moments'
import { readHead } from './parse/page'
import { plainText } from './parse/plain-text'
import { parseXml, type XmlNode } from './parse/xml'
import { isFeedRoot, readFeed } from './rss'
import { rowsOf } from '@/lib/domain/import/rows'
import { parseCsv } from './parse/csv'
import { isSitemapRoot } from './sitemap-urls'
import type { Answer, Get } from './web/get'
import { wordpressName } from './wordpress'

/**
 * What can be followed at an address: what it is itself; for a web page the feeds it names (`<link rel="alternate">`), and what
 * its site has in the usual places: WordPress' interface, a sitemap. Best first.
 * @throws AppError `not-found` where there is nothing
 */
export async function probe(get: Get, address: string): Promise<FoundSource[]> {
  const answer = await expectAnswer(get, address)
  const itself = recognise(answer)
  if (itself) return [itself]
  const named = /<html|<!doctype html|<head/i.test(answer.text) ? namedFeeds(answer) : []
  const found = [...named, ...await usualPlaces(get, answer, named)]
  if (found.length === 0) throw new AppError('not-found', { detail: 'feed' })
  return found
}

/** What a text is by its form; `undefined` for a web page. */
export function recognise({ text, url }: Pick<Answer, 'text' | 'url'>): FoundSource | undefined {
  const start = text.trimStart().slice(0, 2000)
  if (start.startsWith('<')) return /<!doctype html|<html/i.test(start) ? undefined : recogniseXml(text, url)
  if (/^[[{]/.test(start)) {
    const json = quietly(() => JSON.parse(text) as unknown)
    if (isJsonFeed(json)) return { kind: 'json-feed', address: url }
    if (wordpressName(json) !== undefined) return { kind: 'wordpress', address: url, title: wordpressName(json) }
  }
  const rows = quietly(() => rowsOf(text, 'bad-reply', parseCsv))
  return rows && isTable(tableColumns(rows)) ? { kind: 'file', address: url } : undefined
}

/** Any text is CSV of one column: that alone makes no list of assets. */
function isTable(columns: readonly string[]): boolean {
  return columns.length > 1 || Object.values(guessMapping(columns)).includes('title')
}

function recogniseXml(text: string, url: string): FoundSource | undefined {
  const root: XmlNode | undefined = quietly(() => parseXml(text))
  if (root && isFeedRoot(root)) return { kind: 'rss', address: url, title: readFeed(text, url).title }
  return root && isSitemapRoot(root.name) ? { kind: 'sitemap', address: url } : undefined
}

const feedTypes: Record<string, 'rss' | 'json-feed'> = { 'application/rss+xml': 'rss', 'application/atom+xml': 'rss', 'application/feed+json': 'json-feed', 'application/json': 'json-feed' }

function namedFeeds({ text, url }: Answer): FoundSource[] {
  const { links } = readHead(text)
  const feeds = links.filter(({ rel, type }) => rel.split(/\s+/).includes('alternate') && type in feedTypes && !/oembed|wp-json/.test(type))
    .map(({ type, href, title }): FoundSource => ({ kind: feedTypes[type] ?? 'rss', address: wholeAddress(href, url), title: plainText(title, 300) || undefined }))
  const [wordpress] = links.filter(({ rel }) => rel === 'https://api.w.org/')
  const all: FoundSource[] = wordpress ? [{ kind: 'wordpress', address: wholeAddress(wordpress.href, url) }, ...feeds.filter(({ kind }) => kind === 'rss')] : feeds
  return all.filter(({ address }, index) => all.findIndex((other) => other.address === address) === index).slice(0, 12)
}

async function usualPlaces(get: Get, { url }: Answer, named: readonly FoundSource[]): Promise<FoundSource[]> {
  const { origin } = new URL(url)
  const places = named.some(({ kind }) => kind === 'wordpress') ? [] : [`${origin}/wp-json/`]
  const robots = await get(`${origin}/robots.txt`).catch(() => undefined)
  const sitemaps = robots && robots !== 'same' ? [...robots.text.matchAll(/^sitemap:\s*(\S+)/gim)].map(([, address]) => wholeAddress(address ?? '', origin)) : []
  places.push(...new Set([...sitemaps.filter((address) => address.startsWith(`${origin}/`)).slice(0, 3), `${origin}/sitemap.xml`]))
  const found: FoundSource[] = []
  for (const place of places) {
    const answer = await get(place).catch(() => undefined)
    const known = answer && answer !== 'same' ? recognise(answer) : undefined
    if (known && known.kind !== 'file' && !found.some((other) => other.kind === known.kind)) found.push(known)
  }
  return found
}

async function expectAnswer(get: Get, address: string): Promise<Answer> {
  const answer = await get(address, { maxBytes: 50 * 1024 * 1024 })
  if (answer === 'same') throw new AppError('bad-reply', { detail: '304' })
  return answer
}

function quietly<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
