import { describe, expect, it } from 'vitest'
import type { Asset } from '@/lib/domain/asset'
import { createLibraryMemo } from '@/lib/domain/suggest/prepared-library'
import { suggest } from '@/lib/domain/suggest/suggest'
import type { Exclusion } from '@/lib/domain/suggest/types'
import { day, makeStory, makeTouch, makeVerdict, now, ref } from '../make'
import { makeDismissed, makeInput, makeSend, otherRef, plainAsset, readStory } from './input'

const ids = (input: Parameters<typeof suggest>[0]) => suggest(input).items.map(({ assetId }) => assetId)

describe('hard rules', () => {
  const none = { events: [], follows: new Map() }
  it.each<[Exclusion, Partial<Asset>, Partial<Parameters<typeof makeInput>[0]>]>([
    ['not-approved', { status: 'draft' }, {}],
    ['not-shareable', { shareable: false }, {}],
    ['expired', { expires: now }, {}],
    ['unverified', { verifiedAt: now - 181 * day, verifyEvery: 180 }, {}],
    ['read', {}, { stories: [readStory({ id: 'a', title: 'A' })] }],
    ['sent', {}, { history: { ...none, events: [makeSend(1, 'a')] } }],
    ['dismissed', {}, { history: { ...none, events: [makeDismissed(1, 'a', 'other')] } }],
  ])('never suggests what is %s, and counts it', (rule, over, input) => {
    expect(suggest(makeInput({ assets: [plainAsset({ id: 'a', ...over })], ...input }))).toMatchObject({ items: [], considered: 1, excluded: { [rule]: 1 } })
  })

  it('suggests again what a send that was dropped had named, and what only a machine opened', () => {
    const dropped = { id: makeSend(2, 'a').id, at: now, ref, rep: makeSend(1, 'a').rep, type: 'send-outcome' as const, sendId: makeSend(1, 'a').id, outcome: 'dropped' as const, by: 'rep' as const }
    expect(ids(makeInput({ assets: [plainAsset({ id: 'a' })], history: { ...none, events: [makeSend(1, 'a'), dropped] } }))).toEqual(['a'])
    const scanned = makeStory([makeTouch({ assetId: 'a', agent: { by: 'machine', cause: 'scanner' } })], { assetId: 'a' })
    expect(ids(makeInput({ assets: [plainAsset({ id: 'a' })], stories: [scanned] }))).toEqual(['a'])
  })
})

describe('suggest', () => {
  it('is deterministic: the order of assets does not matter, ties go by id', () => {
    const assets = ['c', 'a', 'b'].map((id) => plainAsset({ id, kind: id === 'a' ? 'video' : id === 'b' ? 'deck' : 'event' }))
    expect(ids(makeInput({ assets }))).toEqual(['a', 'b', 'c'])
    expect(ids(makeInput({ assets: [...assets].reverse() }))).toEqual(['a', 'b', 'c'])
  })

  it('gives a new asset its chance by its age alone', () => {
    expect(ids(makeInput({ assets: [plainAsset({ id: 'old' }), plainAsset({ id: 'zoo', updatedAt: now })] }))[0]).toBe('zoo')
  })

  it('never lets a single success win', () => {
    const events = [makeSend(1, 'lucky', otherRef(1)), makeVerdict(2, { ref: otherRef(1), at: now - day }), ...Array.from({ length: 20 }, (_, at) => [
      makeSend(100 + at, 'steady', otherRef(100 + at)), makeVerdict(300 + at, { ref: otherRef(100 + at), at: now - day, verdict: at < 16 ? 'good' as const : 'wrong' as const }),
      makeSend(500 + at, 'poor', otherRef(500 + at)), makeVerdict(700 + at, { ref: otherRef(500 + at), at: now - day, verdict: at < 4 ? 'good' as const : 'wrong' as const }),
    ]).flat()]
    const assets = [plainAsset({ id: 'lucky', kind: 'video' }), plainAsset({ id: 'steady', kind: 'deck' }), plainAsset({ id: 'poor', kind: 'event' })]
    expect(ids(makeInput({ assets, history: { events, follows: new Map() } }))).toEqual(['steady', 'lucky', 'poor'])
  })

  it('counts recent and deep reading more than old glances', () => {
    const [stock, tower] = [plainAsset({ id: 'stock', title: 'Safety stock levels' }), plainAsset({ id: 'tower', title: 'Control tower alerts' })]
    const [likeStock, likeTower] = [plainAsset({ id: 's2', title: 'Choosing safety stock', kind: 'video' }), plainAsset({ id: 't2', title: 'Choosing a control tower', kind: 'deck' })]
    const assets = [stock, tower, likeStock, likeTower]
    expect(ids(makeInput({ assets, stories: [readStory(stock, 1, { depth: 1 }), readStory(tower, 60, { depth: 0.1 })] }))[0]).toBe('s2')
    expect(ids(makeInput({ assets, stories: [readStory(stock, 60, { depth: 0.1 }), readStory(tower, 1, { depth: 1 })] }))[0]).toBe('t2')
  })

  it('shows no five of a kind', () => {
    const assets = [...Array.from({ length: 6 }, (_, at) => plainAsset({ id: `case${at}`, kind: 'case-study', industries: ['retail'] })), plainAsset({ id: 'deck', kind: 'deck', industries: ['retail'] })]
    expect(ids(makeInput({ assets, limit: 3 }))).toContain('deck')
  })

  it('learns from "Not this one" at once', () => {
    const assets = [plainAsset({ id: 'a', topics: ['tariffs'], kind: 'report' }), plainAsset({ id: 'b', topics: ['tariffs'], kind: 'report', industries: ['retail'] }), plainAsset({ id: 'c', kind: 'video', personas: ['finance'] })]
    const before = makeInput({ assets, limit: 1 })
    expect(ids(before)).toEqual(['b'])
    expect(ids({ ...before, history: { events: [makeDismissed(1, 'b', 'not-relevant')], follows: new Map() } })).toEqual(['c'])
  })

  it('forgives an outdated asset once it was updated or verified', () => {
    const events = [makeDismissed(1, 'a', 'outdated', otherRef(1))]
    const score = (over: Partial<Asset>) => suggest(makeInput({ assets: [plainAsset({ id: 'a', ...over })], history: { events, follows: new Map() } })).items[0]?.receipt.misfits.length
    expect(score({})).toBe(1)
    expect(score({ verifiedAt: now })).toBe(0)
  })

  it('answers the same with a prepared library, which is kept until words change', () => {
    const assets = [plainAsset({ id: 'a', title: 'Safety stock' }), plainAsset({ id: 'b', title: 'Control tower' })]
    const memo = createLibraryMemo()
    const input = makeInput({ assets, stories: [readStory({ id: 'x', title: 'stock' })] })
    expect(suggest({ ...input, library: memo(assets) })).toEqual(suggest(input))
    expect(memo(structuredClone(assets))).toBe(memo(assets))
    expect(memo([...assets, plainAsset({ id: 'c' })])).not.toBe(memo(assets))
  })
})
