import { describe, expect, it } from 'vitest'
import { createNoticeSources } from '@/lib/app/notice-sources'
import { createRecordReader } from '@/lib/app/open-record'
import { createPlaybookKeeper } from '@/lib/app/playbook/keep'
import { createPlaybookLessons } from '@/lib/app/playbook/learn'
import { knownPromotions } from '@/lib/app/playbook/lines'
import { keptPromises } from '@/lib/app/playbook/promises'
import { tryClauses } from '@/lib/app/playbook/try-clauses'
import { defaultPlaybook } from '@/lib/domain/default-playbook'
import type { Clause } from '@/lib/domain/definitions/clause'
import type { Playbook } from '@/lib/domain/playbook'
import { mapWord } from '@/lib/domain/unmapped'
import { createTestApp, lead, rep } from '../../../fakes/app'

const hour = 3_600_000
const day = 24 * hour
const scored: Clause = { id: 'score', kind: 'score', atLeast: 50 }
const fromWeb: Clause = { id: 'web', kind: 'source', anyOf: ['Web'] }
const book: Playbook = {
  ...defaultPlaybook,
  definitions: [{ id: 'mql', label: 'MQL', version: 0, at: 0, clauses: [scored, fromWeb] }],
  promotions: [
    { id: 'spring', label: 'Spring offer', products: [], assetIds: ['guide'], audience: [scored] },
    { id: 'far', label: 'Elsewhere', products: [], assetIds: [], audience: [{ id: 'c', kind: 'country', anyOf: ['Peru'] }] },
  ],
  promises: { sales: { amount: 8, unit: 'hours' }, requests: { amount: 24, unit: 'hours' }, timeZone: 'UTC' },
}

async function begin(playbook = book) {
  const app = await createTestApp()
  const keeper = createPlaybookKeeper(app.deps)
  await keeper.save(playbook)
  return { ...app, keeper, lessons: createPlaybookLessons(app.deps, app.history), reader: createRecordReader(app.deps, app.history, createNoticeSources(app.deps)) }
}
const person = { score: { value: 60, system: 'Account Engagement' }, source: 'Fair', title: 'Chief Happiness', status: 'Parked' }

describe('saving a playbook', () => {
  it('makes a version with who, when and what changed; the one that ships stands last and can be looked at', async () => {
    const { keeper, clock, opened } = await begin()
    await opened()
    const [second] = await keeper.versions()
    await keeper.save({ ...(await keeper.version('2')), promotions: [] })
    expect((await keeper.versions()).map(({ version, by }) => [version, by])).toEqual([['3', rep.name], ['2', rep.name], ['1', undefined]])
    expect(second).toMatchObject({ version: '2', at: clock.now() })
    expect((await keeper.versions())[0]?.changes).toEqual([{ id: 'playbookChange.removed', count: 2, values: [2, { say: 'playbookPart.promotions' }] }])
    expect((await keeper.version('2')).promotions).toHaveLength(2)
    expect(await keeper.version('1')).toEqual(defaultPlaybook)
    await expect(keeper.version('9')).rejects.toMatchObject({ kind: 'not-found' })
  })

  it('refuses what was edited from an older one, and a time zone nobody knows', async () => {
    const { keeper } = await begin()
    await expect(keeper.save(defaultPlaybook)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(keeper.save({ ...(await keeper.version('2')), promises: { timeZone: 'Mars/Base' } })).rejects.toMatchObject({ kind: 'invalid' })
  })
})

describe('a record under the playbook', () => {
  it('shows definitions with each clause, and the promotions the lead fits', async () => {
    const { crms, reader, opened } = await begin()
    await opened(lead(1), { person })
    const view = await reader.cached(lead(1))
    expect(crms.salesforce.times('open')).toBe(1)
    expect(view?.definitions.map(({ label, version, results }) => [label, version, results.map(({ state }) => state)])).toEqual([['MQL', 1, ['met', 'not-met']]])
    expect(view?.promotions.map(({ promotion, assets, known }) => [promotion.id, assets, known])).toEqual([['spring', [], false]])
    expect(view?.notices).toMatchObject([{ kind: 'promotion', opens: { what: 'promotion', id: 'spring' }, sentence: { id: 'notice.promotion', values: ['Spring offer'] } }])
  })

  it('says a promotion once it is known no more', async () => {
    const { deps, reader, opened, today, clock } = await begin()
    await opened(lead(1), { person })
    await deps.marks.add(knownPromotions, ['spring'], clock.now())
    const view = await reader.cached(lead(1))
    expect([view?.notices, view?.promotions[0]?.known]).toEqual([[], true])
    expect((await today.list()).promotions.map(({ promotion, known }) => [promotion.id, known])).toEqual([['far', false], ['spring', true]])
  })

  it('runs the clock from the first opening until the verdict, and says when it is nearly due', async () => {
    const { reader, opened, verdicts, machine, newId } = await begin({ ...book, promotions: [] })
    await opened(lead(1), { person })
    expect((await reader.cached(lead(1)))?.clock).toMatchObject({ by: 'opened', state: 'running' })
    machine.clock.advance(7 * hour)
    expect((await reader.cached(lead(1)))?.notices).toMatchObject([{ kind: 'promise', sentence: { id: 'notice.promise_near', values: [{ hours: 1 }] } }])
    await verdicts.give({ ref: lead(1), eventId: newId(), verdict: 'good' })
    expect((await reader.cached(lead(1)))?.clock).toBeUndefined()
  })

  it('runs it from the hand-over where that is known, unless its moment is not', async () => {
    const { deps, reader, opened, clock } = await begin({ ...book, promotions: [] })
    await opened(lead(1), { person })
    const key = 'k'
    const row = { key, ref: lead(1), orgKey: 'o', at: clock.now() - 2 * day, precision: 'moment' as const, rule: 1, readAt: 0, campaigns: [], same: [], unknown: [] }
    deps.handOvers = { ...deps.handOvers, all: async () => [row], byKeys: async () => [row] }
    expect((await reader.cached(lead(1)))?.clock).toMatchObject({ by: 'hand-over', state: 'over', from: row.at })
    deps.handOvers = { ...deps.handOvers, all: async () => [], byKeys: async () => [{ ...row, precision: 'unknown' }] }
    expect((await reader.cached(lead(1)))?.clock?.by).toBe('opened')
  })
})

describe('what verdicts keep and teach', () => {
  it('keeps with a verdict the version of each definition, its clauses, what a Wrong blames, and words not covered', async () => {
    const { opened, verdicts, newId, lessons, keeper } = await begin()
    await opened(lead(1), { person })
    const given = await verdicts.give({ ref: lead(1), eventId: newId(), verdict: 'wrong' })
    expect(given.event.evidence).toMatchObject({ playbook: '2', definitions: [{ id: 'mql', version: 1, met: ['score'], notMet: ['web'] }], unmapped: { stages: ['Parked'], personas: ['Chief Happiness'] } })
    const blame = { definition: 'mql', version: 1, clause: 'score' }
    const { event } = await verdicts.detail({ ref: lead(1), eventId: newId(), verdictId: given.event.id, detail: { clause: blame, reason: 'too-small' } })
    expect(event).toMatchObject({ clause: blame, evidence: given.event.evidence })
    expect(await lessons.predictions()).toMatchObject([{ definition: 'mql', clause: 'score', met: { wrong: 1 }, blamed: 1 }, { clause: 'web', notMet: { wrong: 1 }, blamed: 0 }])
    expect([await lessons.reasonUse(), await lessons.latelyUsed()]).toEqual([{ 'too-small': 1 }, { 'too-small': 1 }])

    expect(await lessons.unmapped()).toMatchObject({ stages: [{ value: 'Parked', count: 1 }], personas: [{ value: 'Chief Happiness', count: 1 }], industries: [] })
    await keeper.save(mapWord(await keeper.version('2'), 'stages', 'working', 'Parked'))
    expect((await lessons.unmapped()).stages).toEqual([])
  })

  it('tells the words of judged leads whose copy is gone', async () => {
    const { deps, opened, verdicts, newId, lessons } = await begin()
    await opened(lead(1), { person })
    await verdicts.give({ ref: lead(1), eventId: newId(), verdict: 'wrong' })
    await deps.snapshots.forget('salesforce:quayside.my.salesforce.com')
    expect((await lessons.unmapped()).stages).toEqual([{ value: 'Parked', count: 1, guess: undefined }])
  })

  it('tries clauses on who was opened last', async () => {
    const { deps, opened } = await begin()
    await opened(lead(1), { person })
    await opened(lead(2), { person: { name: 'Jo Low', score: { value: 3, system: 'x' } } })
    const trials = await tryClauses(deps, [scored])
    expect(new Map(trials.map(({ name, results }) => [name, results[0]?.state]))).toEqual(new Map([['Marta Lindqvist', 'met'], ['Jo Low', 'not-met']]))
  })
})

it('shows how promises are kept, per team, and only those made', async () => {
  const { deps, opened, verdicts, machine, newId } = await begin()
  await opened(lead(1), { person })
  await verdicts.give({ ref: lead(1), eventId: newId(), verdict: 'good' })
  await opened(lead(2), { person })
  machine.clock.advance(9 * hour)
  const kept = await keptPromises(deps)
  expect(kept.sales).toMatchObject({ n: 2, kept: 1, waiting: 1, from: { opened: 2, handOver: 0 } })
  expect(kept.requests).toMatchObject({ n: 0 })
  expect(kept.findings).toBeUndefined()
  expect(JSON.stringify(kept)).not.toContain(rep.id)
})
