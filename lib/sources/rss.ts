import { AppError } from '@/lib/domain/errors'
import type { AssetSource, SourceRow } from '@/lib/domain/source-ports'
import { earliest, isoMoment, wholeAddress } from './parse/moments'
import { plainText } from './parse/plain-text'
import { childrenOf, parseXml, textOf, type XmlNode } from './parse/xml'
import { readConditionally } from './web/conditional'
import type { Get } from './web/get'

const feedRoots: ReadonlySet<string> = new Set(['rss', 'feed', 'rdf:rdf'])

export function isFeedRoot({ name }: XmlNode): boolean {
  return feedRoots.has(name)
}

/** RSS 0.9x, 1.0 and 2.0, and Atom (RFC 4287). */
export function createRssSource(get: Get): AssetSource {
  return {
    kind: 'rss',
    async read({ address, memory }) {
      const found = await readConditionally(get, memory, (ask) => ask(address))
      if (found.same) return { notModified: true, memory }
      const { title, rows } = readFeed(found.value.text, found.value.url)
      const oldest = earliest(rows.map((row) => String(row['published'] ?? '')))
      return { notModified: false, rows, held: [], sight: oldest === undefined ? 'none' : { since: oldest }, waiting: 0, memory: found.validators, title }
    },
  }
}

/** @throws AppError `bad-reply` for XML that is no feed */
export function readFeed(xml: string, base: string): { title: string; rows: SourceRow[] } {
  const root = parseXml(xml)
  if (!isFeedRoot(root)) throw new AppError('bad-reply', { detail: root.name })
  if (root.name === 'feed') return { title: plainText(textOf(root, 'title'), 300), rows: childrenOf(root, 'entry').map((entry) => atomRow(entry, root, base)) }
  const channel = childrenOf(root, 'channel')[0]
  const items = root.name === 'rss' ? childrenOf(channel, 'item') : childrenOf(root, 'item')
  return { title: plainText(textOf(channel, 'title'), 300), rows: items.map((item) => rssRow(item, channel, base)) }
}

function rssRow(item: XmlNode, channel: XmlNode | undefined, base: string): SourceRow {
  const guid = childrenOf(item, 'guid')[0]
  const permalink = guid && guid.attributes['isPermaLink'] !== 'false' && /^https?:/.test(guid.text.trim()) ? guid.text.trim() : ''
  const link = textOf(item, 'link') || permalink
  return {
    title: plainText(textOf(item, 'title', 'media:title'), 300), description: plainText(textOf(item, 'description', 'itunes:summary', 'media:description', 'content:encoded')),
    link: link && wholeAddress(link, base), categories: childrenOf(item, 'category', 'dc:subject').map(({ text }) => plainText(text, 120)).filter(Boolean),
    language: textOf(item, 'dc:language') || textOf(channel, 'language', 'dc:language'), author: plainText(textOf(item, 'dc:creator', 'itunes:author') || textOf(channel, 'dc:creator'), 200),
    published: isoMoment(textOf(item, 'pubdate', 'dc:date')),
  }
}

function atomRow(entry: XmlNode, root: XmlNode, base: string): SourceRow {
  const links = childrenOf(entry, 'link')
  const href = (links.find(({ attributes }) => (attributes['rel'] ?? 'alternate') === 'alternate') ?? links[0])?.attributes['href']
  const within = entry.attributes['xml:base'] ?? root.attributes['xml:base'] ?? base
  return {
    title: plainText(textOf(entry, 'title'), 300), description: plainText(textOf(entry, 'summary', 'content')), link: href ? wholeAddress(href, wholeAddress(within, base)) : '',
    categories: childrenOf(entry, 'category').map(({ attributes }) => attributes['label'] ?? attributes['term'] ?? '').filter(Boolean),
    language: entry.attributes['xml:lang'] ?? root.attributes['xml:lang'] ?? '', author: textOf(childrenOf(entry, 'author')[0] ?? childrenOf(root, 'author')[0], 'name'),
    published: isoMoment(textOf(entry, 'published', 'updated')), updated: isoMoment(textOf(entry, 'updated')),
  }
}
