import { describe, expect, it } from 'vitest'
import type { Asset } from '@/lib/domain/asset'
import { noFigures, type AssetFigures } from '@/lib/domain/asset-figures'
import { careList, careTopics, worthKeeping, type CareInput } from '@/lib/domain/care'
import { day, makeAsset, now } from './make'

const young = { updatedAt: now - day }
const asset = (over: Partial<Asset> = {}) => makeAsset({ ...young, url: `https://www.example.com/${over.id ?? 'guide'}`, ...over })
const figures = (over: Partial<AssetFigures>): AssetFigures => ({ ...noFigures, ...over })
const topics = (input: Partial<CareInput>) => [...careList({ assets: [], figures: {}, links: {}, now, ...input })].flatMap(([topic, entries]) => entries.map((entry) => `${topic} ${entry.asset.id}`))

describe('care', () => {
  it.each<[string, Asset, Partial<CareInput>, string[]]>([
    ['nothing', asset(), {}, []],
    ['expired', asset({ expires: now - day }), {}, ['expired guide']],
    ['on its last day', asset({ expires: now }), {}, ['expired guide']],
    ['expiring in a week', asset({ expires: now + 7 * day }), {}, ['expiring guide']],
    ['expiring next quarter', asset({ expires: now + 90 * day }), {}, []],
    ['past its verification', asset({ verifyEvery: 30, verifiedAt: now - 31 * day }), {}, ['unverified guide']],
    ['never verified although it should be', asset({ verifyEvery: 30 }), {}, ['unverified guide']],
    ['verified in time', asset({ verifyEvery: 30, verifiedAt: now - 29 * day }), {}, []],
    ['never sent for more than a month', asset({ updatedAt: now - 31 * day }), {}, ['never-sent guide']],
    ['sent, though nobody told what became of it', asset({ updatedAt: now - 31 * day }), { figures: { guide: figures({ unsure: 1 }) } }, []],
    ['not for sending', asset({ updatedAt: now - 31 * day, shareable: false }), {}, []],
    ['opened by none of those who got it', asset(), { figures: { guide: figures({ sends: 4, got: 4 }) } }, ['unopened guide']],
    ['opened by one of them', asset(), { figures: { guide: figures({ sends: 4, got: 4, opened: 1 }) } }, []],
    ['not to be found', asset(), { links: { 'https://www.example.com/guide': { state: 'broken', at: now, status: 404 } } }, ['broken guide']],
    ['not to be reached by us', asset(), { links: { 'https://www.example.com/guide': { state: 'unknown', at: now } } }, []],
    ['archived, whatever else', asset({ status: 'archived', expires: now - day, verifyEvery: 1 }), {}, []],
  ])('of an asset that is %s', (_, given, over, expected) => expect(topics({ assets: [given], ...over })).toEqual(expected))

  it('finds assets of one address, whatever it carries to track people', () => {
    const [a, b, c] = [asset({ id: 'a', url: 'https://www.example.com/g?utm_source=x' }), asset({ id: 'b', url: 'http://www.example.com/g/' }), asset({ id: 'c', status: 'archived', url: 'https://www.example.com/g' })]
    const list = careList({ assets: [a, b, c], figures: {}, links: {}, now })
    expect(list.get('duplicate')?.map(({ asset: own, same }) => [own.id, same?.map(({ id }) => id)])).toEqual([['a', ['b']], ['b', ['a']]])
  })

  it('has every topic in order of urgency, and the heaviest of a topic first', () => {
    const assets = ['a', 'b'].map((id) => asset({ id }))
    const list = careList({ assets, figures: { a: figures({ got: 1 }), b: figures({ got: 9 }) }, links: {}, now })
    expect([...list.keys()]).toEqual([...careTopics])
    expect(list.get('unopened')?.map(({ asset: { id }, n }) => [id, n])).toEqual([['b', 9], ['a', 1]])
  })

  it.each<[string, Asset[], string]>([
    ['the approved one', [asset({ id: 'a', status: 'draft', updatedAt: now }), asset({ id: 'b' })], 'b'],
    ['the one sent most', [asset({ id: 'a', updatedAt: now }), asset({ id: 'sent' })], 'sent'],
    ['the newest', [asset({ id: 'a' }), asset({ id: 'b', updatedAt: now })], 'b'],
  ])('of duplicates keeps %s', (_, assets, kept) => expect(worthKeeping(assets, { sent: figures({ sends: 3 }) })?.id).toBe(kept))
})
