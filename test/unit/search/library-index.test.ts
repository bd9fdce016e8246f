import { describe, expect, it } from 'vitest'
import type { Asset } from '@/lib/domain/asset'
import { defaultPlaybook } from '@/lib/domain/default-playbook'
import type { PieceStore } from '@/lib/domain/store-ports'
import { createLibraryIndex } from '@/lib/search/library-index'
import { day, makeAsset, now } from '../domain/make'

/** Keeps structured clones, as the browser does. */
function memoryPieces(): PieceStore & { writes: number } {
  const kept = new Map<string, unknown>()
  return {
    writes: 0,
    async read() { return [...kept].map(([id, value]) => ({ id, value: structuredClone(value) })) },
    async write(_, pieces) {
      this.writes += 1
      for (const { id, value } of pieces) kept.set(id, structuredClone(value))
    },
    async clear() { kept.clear() },
  }
}

const shelf: Asset[] = [
  makeAsset({ id: 'brewline', title: 'How Brewline cut stock by 18 %', abstract: 'A brewery plans demand.', kind: 'case-study', industries: ['manufacturing'], language: 'en' }),
  makeAsset({ id: 'security', title: 'Security and data protection', abstract: 'Hosting, encryption, audits.', kind: 'white-paper', personas: ['it'] }),
  makeAsset({ id: 'forecast', title: 'The forecast error field guide', abstract: 'Measuring forecasting accuracy.', kind: 'ebook', owner: 'Ines', products: ['demand-planning'] }),
  makeAsset({ id: 'sop', title: 'The S&OP meeting', abstract: 'An agenda that works', kind: 'template', stages: ['mql'] }),
  makeAsset({ id: 'filialen', title: 'Verfügbarkeit in 210 Filialen', abstract: 'Nachschub für Läden.', kind: 'case-study', language: 'de', industries: ['retail'] }),
  makeAsset({ id: 'old', title: 'Security brochure 2019', abstract: '', kind: 'brochure', status: 'archived' }),
]

function library(assets: Asset[], pieces?: PieceStore) {
  const reads = { all: 0 }
  const index = createLibraryIndex({ assets: { all: async () => (reads.all += 1, assets) }, pieces, now: () => now, pause: async () => undefined })
  const ids = async (query: string, filters = {}, context?: Parameters<typeof index.search>[3]) => (await index.search(query, filters, 10, context)).hits.map(({ assetId }) => assetId)
  return { index, ids, reads }
}

describe('library search', () => {
  const { ids, index } = library(shelf)

  it.each([
    ['a whole word', 'security', 'security'],
    ['the beginning of a word', 'secu', 'security'],
    ['another form of the word', 'forecasts', 'forecast'],
    ['a letter missing', 'forcast', 'forecast'],
    ['two letters swapped', 'secruity', 'security'],
    ['a slip in an unfinished word', 'forcas', 'forecast'],
    ['an ampersand', 's&op', 'sop'],
    ['a kind by another name', 'customer story brewery', 'brewline'],
    ['a kind written as one word', 'whitepaper', 'security'],
    ['German without its umlauts', 'verfugbarkeit', 'filialen'],
    ['a German plural', 'Filiale', 'filialen'],
  ])('finds %s', async (_, query, expected) => {
    expect((await ids(query))[0]).toBe(expected)
  })

  it('knows what the playbook calls an industry', async () => {
    expect(await ids('supermarkets', {}, { playbook: defaultPlaybook })).toEqual(['filialen'])
    expect(await ids('supermarkets')).toEqual([])
  })

  it('puts what stands together before what merely occurs', async () => {
    const apart = makeAsset({ id: 'apart', title: 'Guide', abstract: 'Control of many ships, seen by someone from the tall tower' })
    const together = makeAsset({ id: 'together', title: 'Guide', abstract: 'The control tower of many ships, seen by someone so very tall' })
    expect(await library([apart, together]).ids('control tower ')).toEqual(['together', 'apart'])
  })

  it.each([
    [{ kinds: ['case-study'] }, ['brewline', 'filialen']],
    [{ industries: ['retail'], kinds: ['case-study'] }, ['filialen']],
    [{ languages: ['de'] }, ['filialen']],
    [{ owners: ['Ines'] }, ['forecast']],
    [{ personas: ['finance'], languages: ['en'] }, ['brewline', 'forecast', 'sop']],
  ])('filters by %o; what names nobody is for everybody', async (filters, expected) => {
    expect((await ids('', filters)).sort()).toEqual(expected)
  })

  it('filters by freshness, counting verification', async () => {
    const { ids: fresh } = library([
      makeAsset({ id: 'new', updatedAt: now - 3 * day }), makeAsset({ id: 'verified', updatedAt: now - 300 * day, verifiedAt: now - day }), makeAsset({ id: 'stale', updatedAt: now - 300 * day }),
    ])
    expect((await fresh('', { freshDays: 30 })).sort()).toEqual(['new', 'verified'])
  })

  it('never shows what is archived, and lists everything else for an empty query', async () => {
    expect((await ids('')).length).toBe(5)
    expect(await ids('brochure 2019')).not.toContain('old')
  })

  it('lifts what fits the person and what the rep likes', async () => {
    const twins = [makeAsset({ id: 'a', title: 'Stock guide', industries: ['retail'] }), makeAsset({ id: 'b', title: 'Stock guide', industries: ['food'] })]
    const found = library(twins)
    expect((await found.ids('stock', {}, { profile: { industry: 'retail' } }))[0]).toBe('a')
    expect((await found.ids('stock', {}, { profile: { industry: 'food' } }))[0]).toBe('b')
    expect((await found.ids('stock', {}, { favourites: new Set(['b']) }))[0]).toBe('b')
    expect((await found.ids('', {}, { recent: new Set(['b']) }))[0]).toBe('b')
  })

  it('says which words to mark', async () => {
    expect((await index.search('secruity', {}, 5)).hits[0]?.terms).toContain('secur')
  })

  it('counts all hits, not only those shown', async () => {
    expect(await index.search('', {}, 2)).toMatchObject({ total: 5, hits: [{}, {}] })
  })
})

describe('library index', () => {
  it('is ready after a restart without reading the library for its answer', async () => {
    const pieces = memoryPieces()
    await library(shelf, pieces).ids('security')
    const { ids, reads } = library(shelf, pieces)
    const before = ids('security')
    expect((await before)[0]).toBe('security')
    expect(reads.all).toBeLessThanOrEqual(1)
    expect(pieces.writes).toBe(1)
  })

  it('follows changes and removals, and keeps them over a restart', async () => {
    const pieces = memoryPieces()
    const assets = [...shelf]
    const { ids, index } = library(assets, pieces)
    await ids('x')
    assets[1] = { ...shelf[1] as Asset, title: 'Penetration tests' }
    await index.changed([assets[1]], ['brewline'])
    assets.splice(0, 1)
    expect(await ids('penetration')).toEqual(['security'])
    expect(await ids('brewery')).toEqual([])
    expect(await library(assets, pieces).ids('penetration')).toEqual(['security'])
    expect(await library(assets, pieces).ids('brewery')).toEqual([])
  })

  it('stays one index through many small changes', async () => {
    const assets = Array.from({ length: 40 }, (_, at) => makeAsset({ id: `a${at}`, title: `Paper number${at}` }))
    const pieces = memoryPieces()
    const { ids, index } = library(assets, pieces)
    for (let at = 0; at < 30; at += 1) {
      const changed = { ...assets[at] as Asset, title: `Changed number${at}`, version: 2 }
      assets[at] = changed
      await index.changed([changed], [])
    }
    expect((await ids('changed ')).length).toBe(10)
    expect((await index.search('changed ', {}, 50)).total).toBe(30)
    expect((await index.search('', {}, 50)).total).toBe(40)
    expect((await pieces.read('library-index')).filter(({ id }) => id.startsWith('segment-')).length).toBeLessThanOrEqual(9)
  })

  it('catches up with what changed while nobody told it', async () => {
    const pieces = memoryPieces()
    const assets = [...shelf]
    await library(assets, pieces).ids('x')
    assets.push(makeAsset({ id: 'late', title: 'Quarantine handbook', updatedAt: now }))
    const { ids, index } = library(assets, pieces)
    await ids('x')
    await index.changed([], [])
    expect(await ids('quarantine')).toEqual(['late'])
  })

  it('builds anew where pieces are of no use', async () => {
    const pieces = memoryPieces()
    await pieces.write('library-index', [{ id: 'manifest', value: { form: 1, segments: ['1'] } }, { id: 'segment-1', value: { keys: 3 } }])
    expect((await library(shelf, pieces).ids('security'))[0]).toBe('security')
  })

  it('works in slices', async () => {
    let clock = 0
    let pauses = 0
    const many = Array.from({ length: 300 }, (_, at) => makeAsset({ id: `a${at}` }))
    const index = createLibraryIndex({ assets: { all: async () => many }, now: () => (clock += 1), pause: async () => void (pauses += 1) })
    await index.search('guide', {}, 5)
    expect(pauses).toBeGreaterThan(40)
  })
})
