import { describe, expect, it } from 'vitest'
import { defaultPlaybook } from '@/lib/domain/default-playbook'
import { nothingLearned } from '@/lib/domain/learned'
import { suggest } from '@/lib/domain/suggest/suggest'
import type { SuggestInput } from '@/lib/domain/suggest/types'
import { day, makeVerdict, now } from '../make'
import { makeDismissed, makeInput, makeSend, otherRef, plainAsset, readStory } from './input'

const stock = plainAsset({ id: 'stock', title: 'Safety stock calculator', topics: ['safety stock'], products: ['inventory'], kind: 'calculator' })
const subject = plainAsset({ id: 'a' })
const filler = plainAsset({ id: 'b' })
const good = (number: number, assetId: string) => [makeSend(number, assetId, otherRef(number)), makeVerdict(number + 500, { ref: otherRef(number), at: now - day })]
const wrong = (number: number, assetId: string) => [makeSend(number, assetId, otherRef(number)), makeVerdict(number + 500, { ref: otherRef(number), at: now - day, verdict: 'wrong' })]

/** People who got an asset, opened it, answered. */
const learnt = (counts: Record<string, [got: number, opened: number, replied: number]>) => ({
  events: [], follows: new Map(),
  learned: new Map(Object.entries(counts).map(([item, [got, opened, replied]]) => [item, { ...nothingLearned(item), got, opened, replied }])),
})

/** Each named cause: an input in which it speaks, and the same input with only that cause taken away. */
const causes: { signal: string; sentence: string; with: SuggestInput; without: SuggestInput; against?: boolean }[] = [
  ...(() => {
    const assets = [plainAsset({ id: 'a', title: 'How much safety stock is right' }), filler, stock]
    return [{ signal: 'text', sentence: 'suggest.text', with: makeInput({ assets, stories: [readStory(stock)] }), without: makeInput({ assets }) }]
  })(),
  {
    signal: 'follow', sentence: 'suggest.follow',
    with: makeInput({ assets: [subject, filler, stock], stories: [readStory(stock)], history: { events: [], follows: new Map([['stock', new Map([['a', 5]])]]) } }),
    without: makeInput({ assets: [subject, filler, stock], stories: [readStory(stock)] }),
  },
  { signal: 'stage', sentence: 'suggest.moves_on', with: makeInput({ assets: [plainAsset({ id: 'a', stages: ['mql', 'working'] })] }), without: makeInput({ assets: [subject] }) },
  { signal: 'stage', sentence: 'suggest.not_stage', against: true, with: makeInput({ assets: [plainAsset({ id: 'a', stages: ['new'] })] }), without: makeInput({ assets: [subject] }) },
  { signal: 'persona', sentence: 'suggest.persona', with: makeInput({ assets: [plainAsset({ id: 'a', personas: ['finance'] })] }), without: makeInput({ assets: [subject] }) },
  { signal: 'persona', sentence: 'suggest.not_persona', against: true, with: makeInput({ assets: [plainAsset({ id: 'a', personas: ['it'] })] }), without: makeInput({ assets: [subject] }) },
  { signal: 'industry', sentence: 'suggest.industry', with: makeInput({ assets: [plainAsset({ id: 'a', industries: ['retail'] })] }), without: makeInput({ assets: [subject] }) },
  { signal: 'industry', sentence: 'suggest.not_industry', against: true, with: makeInput({ assets: [plainAsset({ id: 'a', industries: ['food'] })] }), without: makeInput({ assets: [subject] }) },
  {
    signal: 'product', sentence: 'suggest.product', with: makeInput({ assets: [plainAsset({ id: 'a', products: ['inventory'] }), stock], stories: [readStory(stock)] }),
    without: makeInput({ assets: [subject, stock], stories: [readStory(stock)] }),
  },
  {
    signal: 'language', sentence: 'suggest.language', with: makeInput({ assets: [plainAsset({ id: 'a', language: 'de' })], profile: { language: 'de-AT' } }),
    without: makeInput({ assets: [subject], profile: { language: 'de-AT' } }),
  },
  { signal: 'language', sentence: 'suggest.not_language', against: true, with: makeInput({ assets: [plainAsset({ id: 'a', language: 'fr' })] }), without: makeInput({ assets: [subject] }) },
  {
    signal: 'language', sentence: 'suggest.foreign_language', against: true, with: makeInput({ assets: [plainAsset({ id: 'a', language: 'fr' }), filler], profile: {} }),
    without: makeInput({ assets: [subject, filler], profile: {} }),
  },
  {
    signal: 'outcome', sentence: 'suggest.worked', with: makeInput({ assets: [subject, filler], history: { events: [...good(1, 'a'), ...good(2, 'a'), ...wrong(3, 'b'), ...wrong(4, 'b')], follows: new Map() } }),
    without: makeInput({ assets: [subject, filler], history: { events: [...wrong(3, 'b'), ...wrong(4, 'b')], follows: new Map() } }),
  },
  {
    signal: 'outcome', sentence: 'suggest.not_worked', against: true,
    with: makeInput({ assets: [subject, filler], history: { events: [...wrong(1, 'a'), ...wrong(2, 'a'), ...good(3, 'b'), ...good(4, 'b')], follows: new Map() } }),
    without: makeInput({ assets: [subject, filler], history: { events: [...good(3, 'b'), ...good(4, 'b')], follows: new Map() } }),
  },
  {
    signal: 'response', sentence: 'suggest.responded', with: makeInput({ assets: [subject, filler], history: learnt({ a: [6, 5, 3], b: [6, 0, 0] }) }),
    without: makeInput({ assets: [subject, filler], history: learnt({ b: [6, 0, 0] }) }),
  },
  {
    signal: 'response', sentence: 'suggest.responded', with: makeInput({ assets: [subject, filler], history: learnt({ a: [6, 0, 4], b: [6, 0, 0] }) }),
    without: makeInput({ assets: [subject, filler], history: learnt({ a: [6, 0, 0], b: [6, 0, 0] }) }),
  },
  {
    signal: 'response', sentence: 'suggest.not_responded', against: true, with: makeInput({ assets: [subject, filler], history: learnt({ a: [6, 0, 0], b: [6, 5, 3] }) }),
    without: makeInput({ assets: [subject, filler], history: learnt({ b: [6, 5, 3] }) }),
  },
  { signal: 'freshness', sentence: 'suggest.fresh', with: makeInput({ assets: [plainAsset({ id: 'a', updatedAt: now - 2 * day })] }), without: makeInput({ assets: [subject] }) },
  {
    signal: 'verification', sentence: 'suggest.never_verified', against: true, with: makeInput({ assets: [plainAsset({ id: 'a', verifiedAt: undefined })] }), without: makeInput({ assets: [subject] }),
  },
  {
    signal: 'promotion', sentence: 'suggest.promoted_until', with: makeInput({ assets: [subject], playbook: { ...defaultPlaybook, promotions: [{ id: 'spring', label: 'Spring', products: [], assetIds: ['a'], audience: [], until: now + day }] } }),
    without: makeInput({ assets: [subject] }),
  },
  {
    signal: 'refusal', sentence: 'suggest.like_refused', against: true,
    with: makeInput({ assets: [plainAsset({ id: 'a', topics: ['stock'] }), plainAsset({ id: 'b', topics: ['stock'] })], history: { events: [makeDismissed(1, 'b', 'not-relevant')], follows: new Map() } }),
    without: makeInput({ assets: [plainAsset({ id: 'a', topics: ['stock'] }), plainAsset({ id: 'b', topics: ['stock'] })] }),
  },
  {
    signal: 'refusal', sentence: 'suggest.called_outdated', against: true, with: makeInput({ assets: [subject], history: { events: [makeDismissed(1, 'a', 'outdated', otherRef(1))], follows: new Map() } }),
    without: makeInput({ assets: [subject] }),
  },
]

const itemA = (input: SuggestInput) => suggest(input).items.find(({ assetId }) => assetId === 'a')

describe('receipts', () => {
  it.each(causes)('names $signal ($sentence) where it moved the score, and only there', ({ signal, sentence, with: present, without, against }) => {
    const [moved, still] = [itemA(present), itemA(without)]
    const named = against ? moved?.receipt.misfits.map(({ id }) => id) : moved?.receipt.reasons.filter((reason) => reason.signal === signal).map((reason) => reason.sentence.id)
    expect(named).toContain(sentence)
    const sentences = [...still?.receipt.reasons.map((reason) => reason.sentence.id) ?? [], ...still?.receipt.misfits.map(({ id }) => id) ?? []]
    expect(sentences).not.toContain(sentence)
    const change = (moved?.score ?? 0) - (still?.score ?? 0)
    if (against) expect(change).toBeLessThan(0)
    else expect(change).toBeGreaterThan(0)
  })

  it('has points for every reason, strongest first, the first being the why', () => {
    const assets = [plainAsset({ id: 'a', industries: ['retail'], personas: ['finance'], stages: ['mql'], updatedAt: now - day })]
    const receipt = itemA(makeInput({ assets }))?.receipt
    const points = receipt?.reasons.map((reason) => reason.points) ?? []
    expect(points.length).toBe(4)
    expect(points).toEqual([...points].sort((a, b) => b - a))
    expect(receipt?.why).toEqual(receipt?.reasons[0]?.sentence)
  })

  it('says how it did with its n, and who vouches for it', () => {
    const receipt = itemA(makeInput({ assets: [{ ...subject, owner: 'Ines' }], history: { events: [...good(1, 'a'), ...wrong(2, 'a')], follows: new Map() } }))?.receipt
    expect(receipt?.record).toEqual({ id: 'suggest.judged', values: [1, 2] })
    expect(receipt?.verification.id).toBe('suggest.verified_by')
  })

  it('says what people did with it where nobody was judged, with its n, and never lets one answer win', () => {
    const history = learnt({ a: [1, 1, 1], b: [40, 30, 20] })
    const items = suggest(makeInput({ assets: [subject, filler], history })).items
    expect(items.map(({ assetId, receipt }) => [assetId, receipt.record.values])).toEqual([['a', [1, 1, 1]], ['b', [30, 20, 40]]])
    expect(items.map(({ score }) => score)).toEqual([items[1]?.score, items[0]?.score])
  })

  it('claims nothing where nothing speaks for the asset', () => {
    expect(itemA(makeInput({ assets: [subject] }))?.receipt).toMatchObject({ why: { id: 'suggest.general' }, reasons: [], misfits: [] })
  })
})
