import { describe, expect, it } from 'vitest'
import { requestAsset } from '@/lib/app/ask-marketing'
import { answerNotices, createNeeds } from '@/lib/app/needs'
import { sameWords } from '@/lib/search/same-words'
import { createTestApp, lead, rep } from '../../fakes/app'
import { makeAsset } from '../domain/make'

async function begin() {
  const app = await createTestApp()
  const needs = createNeeds(app.deps, app.history, sameWords)
  await app.deps.assets.put([makeAsset(), makeAsset({ id: 'draft', status: 'draft' })])
  const ask = async (n: number, query: string, note?: string) => {
    await app.opened(lead(n), { person: { industry: 'Food & Beverage' } })
    await requestAsset(app.deps, app.reader, { ref: lead(n), query, note })
  }
  const notices = async (n: number) => answerNotices(app.deps)({ facts: await app.reader.facts(lead(n)), lines: { definitions: [], promotions: [] }, now: app.clock.now() })
  return { ...app, needs, ask, notices }
}

describe('asking marketing and hearing back', () => {
  it('merges equal requests, answers them together, and tells each record it was asked on', async () => {
    const { needs, ask, notices, told, today } = await begin()
    await ask(1, 'GDPR questionnaire')
    await ask(2, 'gdpr questionnaires', 'They ask for it before a call')
    const [found] = (await needs.list()).needs
    expect(found).toMatchObject({ count: 2, industry: 'food', answers: [] })
    told.length = 0
    await needs.answer({ requestIds: found?.openIds ?? [], assetId: 'guide', note: ' Page 4 ' })
    expect(told).toEqual([`record salesforce:${lead(1).org}:lead:${lead(1).id}`, `record salesforce:${lead(2).org}:lead:${lead(2).id}`, 'today'])
    expect((await needs.list()).needs).toMatchObject([{ openIds: [], answers: [{ assetId: 'guide' }] }])
    for (const n of [1, 2]) expect(await notices(n)).toMatchObject([{ kind: 'answer', opens: { what: 'asset', id: 'guide' } }])
    expect((await today.list()).items.filter(({ kind }) => kind === 'answered').map(({ ref }) => ref.id)).toEqual([lead(1).id, lead(2).id])
  })

  it('sees what others asked for, as the hub tells it', async () => {
    const { needs, deps, clock } = await begin()
    await deps.team.mergeEvents([{ type: 'request', id: deps.chance.id(clock.now()), at: clock.now(), ref: lead(7), rep, query: 'gdpr questionnaire' }])
    expect((await needs.list()).needs).toMatchObject([{ query: 'gdpr questionnaire', count: 1 }])
  })

  it('says who asked on the single request only', async () => {
    const { needs, ask } = await begin()
    await ask(1, 'GDPR questionnaire', 'Before a call')
    const list = await needs.list()
    expect(JSON.stringify(list)).not.toContain('Dana')
    expect(await needs.single(list.needs[0]?.ids ?? [])).toMatchObject([{ query: 'GDPR questionnaire', note: 'Before a call', rep: 'Dana Reyes', name: 'Marta Lindqvist' }])
  })

  it.each(['draft', 'nothing'])('refuses to answer with what nobody can send: %s', async (assetId) => {
    const { needs } = await begin()
    await expect(needs.answer({ requestIds: [], assetId })).rejects.toMatchObject({ kind: 'not-sendable' })
  })

  it('counts searches in vain beside the requests, until somebody asks for them', async () => {
    const { needs, ask, opened } = await begin()
    await opened(lead(1), { person: { industry: 'Food & Beverage' } })
    for (const query of ['gdpr questionnaire', 'GDPR questionnaires', 'x', 'gd']) await needs.missed({ query, ref: lead(1) })
    const [missed, ...others] = (await needs.list()).misses
    expect([missed?.query, missed?.count, missed?.industry, others]).toEqual(['GDPR questionnaires', 2, 'food', []])
    await ask(1, 'gdpr questionnaire')
    expect((await needs.list()).misses).toEqual([])
  })

  it('counts a search in vain once in a hub, with the others’, says nobody’s name, and forgets it when told', async () => {
    const { deps, history, opened, clock, stores } = await begin()
    const needs = createNeeds({ ...deps, hub: { memberId: async () => 'robin' } as never }, history, sameWords)
    await opened(lead(1), { person: { industry: 'Food & Beverage' } })
    await needs.missed({ query: 'gdpr questionnaire', ref: lead(1) })
    // Without a lead there is nothing to tell.
    await needs.missed({ query: 'pallet sizes' })
    await deps.team.mergeEvents([{ type: 'missed', id: deps.chance.id(clock.now()), at: clock.now() + 1, ref: lead(7), rep: { id: '', name: '', verified: false }, query: 'GDPR questionnaires', industry: 'food' }])
    expect((await needs.list()).misses.map(({ query, count, industry }) => [query, count, industry])).toEqual([['GDPR questionnaires', 2, 'food'], ['pallet sizes', 1, undefined]])
    expect(await stores.ledger.all(['missed'])).toMatchObject([{ query: 'gdpr questionnaire', rep: { id: '', name: '' } }])
    await needs.forgetMisses((await needs.list()).misses.map(({ key }) => key))
    expect((await needs.list()).misses).toEqual([])
    clock.advance(1_000)
    await needs.missed({ query: 'gdpr questionnaire', ref: lead(1) })
    expect((await needs.list()).misses).toMatchObject([{ count: 1 }])
  })

  it('counts no search for the person by name', async () => {
    const { needs, opened } = await begin()
    await opened(lead(1))
    await needs.missed({ query: 'mail to lindqvist', ref: lead(1) })
    expect((await needs.list()).misses).toEqual([])
  })
})
