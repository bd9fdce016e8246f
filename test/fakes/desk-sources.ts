import type { Answers } from './panel-bus'
import type { FoundSource } from '@/lib/domain/source-ports'
import type { SourcePreview, SourceView } from '@/lib/domain/source-preview'
import { AppError } from '@/lib/domain/errors'
import { makeAssets } from './desk-bus'

const hourMs = 3_600_000

/** Sources in every state they can be in; the first few are the usual ones. */
export function makeSources(now: number, count: number): SourceView[] {
  const one = (id: string, kind: SourceView['kind'], address: string, more: Partial<SourceView> = {}): SourceView => ({
    id, kind, address, mapping: {}, fixed: {}, takesPlaybook: false, paused: false, addedAt: now - 90 * 24 * hourMs, readAt: now - 2 * hourMs, locked: false, assets: 12,
    counts: { items: 12, problems: 0, waiting: 0, added: 1, changed: 2, gone: 0 }, ...more,
  })
  return [
    one('s1', 'rss', 'https://www.quayside.example/blog/feed.xml', { title: 'Quayside blog' }),
    one('s2', 'sitemap', 'https://www.quayside.example/sitemap.xml', { title: 'www.quayside.example', assets: 40, counts: { items: 312, problems: 2, waiting: 272, added: 40, changed: 0, gone: 0 } }),
    one('s3', 'salesforce-files', 'salesforce:quayside.my.salesforce.com', { title: 'Salesforce quayside.my.salesforce.com', assets: 28, error: { kind: 'signed-out' } }),
    one('s4', 'file', 'https://files.quayside.example/library.json', {
      locked: true, assets: 60,
      setAside: [{ what: 'document', name: 'Students download the price guide and never answer', kind: 'conflict' }, { what: 'document', name: 'f-17', kind: 'invalid' }],
    }),
    one('s5', 'json-feed', 'https://partner.example/feed.json', { title: 'Partner news', error: { kind: 'no-permission', detail: 'https://partner.example' } }),
    one('s6', 'wordpress', 'https://news.quayside.example/wp-json/', { title: 'news.quayside.example', paused: true }),
    one('s7', 'hubspot-cms', 'hubspot:4711', { title: 'HubSpot 4711', error: { kind: 'unavailable', detail: '503' } }),
    one('s8', 'rss', 'https://a-very-long-name-of-a-host-that-nobody-would-choose.example/feeds/everything/and/more.xml', { readAt: undefined, counts: undefined, assets: 0 }),
  ].slice(0, count)
}

const found: FoundSource[] = [
  { kind: 'wordpress', address: 'https://www.quayside.example/wp-json/', title: 'Quayside' },
  { kind: 'rss', address: 'https://www.quayside.example/feed/', title: 'Quayside » Feed' },
  { kind: 'sitemap', address: 'https://www.quayside.example/sitemap.xml' },
]

function makePreview(mapping: Record<string, string> | undefined, known: boolean): SourcePreview {
  const changes = [{ title: 'The 2026 inventory report', field: 'language', from: 'en', to: 'de' }, { title: 'The 2026 inventory report', field: 'abstract', from: '', to: 'What we learned' }]
  return {
    title: 'Quayside blog', columns: ['title', 'description', 'link', 'categories', 'language', 'author', 'published'],
    mapping: mapping ?? { title: 'title', description: 'abstract', link: 'url', categories: 'topics', language: 'language', author: 'owner', published: 'publishedAt' },
    items: 14, waiting: 0, ...(known ? { added: 0, changed: 12, gone: 1, changes } : { added: 12, changed: 0, gone: 0, changes: [] }), unchanged: 0, sendable: 11, problems: [{ row: 3, column: 'link', problem: 'bad-address', value: 'javascript:alert(1)' }, { row: 9, column: 'title', problem: 'no-title' }], problemCount: 2,
    sample: makeAssets(5), playbook: false, documents: 0,
  }
}

/** What the desk asks about sources, kept in memory. */
export function sourceAnswers(now: number, given: readonly SourceView[]): Pick<Answers, Extract<keyof Answers, `source.${string}`>> {
  let sources = [...given]
  const change = (id: string, patch: Partial<SourceView>) => {
    sources = sources.map((source) => (source.id === id ? { ...source, ...patch } : source))
    const changed = sources.find((source) => source.id === id)
    if (!changed) throw new AppError('not-found')
    return changed
  }
  return {
    'source.list': () => sources,
    'source.probe': () => found,
    'source.preview': ({ mapping, address }) => makePreview(mapping, sources.some((source) => source.address === address)),
    'source.follow': ({ kind, address }) => {
      const [made] = makeSources(now, 1).map((source) => ({ ...source, id: `new-${sources.length}`, kind, address, title: 'Quayside blog' }))
      if (!made) throw new AppError('bug')
      sources = [...sources, made]
      return made
    },
    'source.change': ({ id, ...patch }) => (change(id, patch as Partial<SourceView>), null),
    'source.remove': ({ id }) => (sources = sources.filter((source) => source.id !== id), null),
    'source.refresh': ({ id }) => {
      const counts = sources.find((source) => source.id === id)?.counts
      return change(id, { error: undefined, readAt: now, ...(counts ? { counts: { ...counts, waiting: Math.max(0, counts.waiting - 100) } } : {}) })
    },
    'source.team-file': () => ({ json: '{"leadside":"team"}' }),
    'source.refresh-due': () => ({ read: 0 }),
  }
}
