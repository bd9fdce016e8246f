import { describe, expect, it } from 'vitest'
import { createFindings } from '@/lib/app/findings'
import { createNoticeSources } from '@/lib/app/notice-sources'
import { createRecordReader } from '@/lib/app/open-record'
import { createReview } from '@/lib/app/review'
import type { VerdictEvent } from '@/lib/domain/ledger'
import { recordKey } from '@/lib/domain/record-ref'
import type { SavedView } from '@/lib/domain/review/saved-view'
import { readSheet } from '@/lib/domain/review/sheet'
import { createTestApp, lead, org, rep, snapshotOf, type TestApp } from '../../fakes/app'

const campaign = { id: '701', name: 'Fair' }
const responded = (at: number) => ({ touches: [{ id: `t${at}`, at, kind: 'event' as const, title: 'Fair', campaign, origin: { system: 'sf-campaign-members', id: `t${at}` }, signals: {} }] })

function verdictOn(app: TestApp, n: number, given: Partial<VerdictEvent> = {}): VerdictEvent {
  return {
    type: 'verdict', id: app.deps.chance.id(app.clock.now()), at: app.clock.now(), ref: lead(n), rep, verdict: 'wrong', reason: 'student-or-job-seeker',
    evidence: { playbook: '1', campaigns: ['Fair'], digest: '', stories: [] }, ...given,
  }
}

/** One own verdict and two of others, all about the fair. */
async function judged() {
  const app = await createTestApp()
  const own = verdictOn(app, 1, { note: 'Marta Lindqvist writes a thesis; ask jo@sand.example or Dana Reyes' })
  const others = [2, 3].map((n) => verdictOn(app, n, { rep: { id: `r${n}`, name: `Rep ${n}`, verified: true } }))
  await app.deps.ledger.append([own], [])
  await app.deps.team.merge(app.orgKey, { items: others.map((event) => ({ ref: event.ref, verdict: { eventId: event.id, at: event.at, verdict: event.verdict }, event })), cursor: 'c' }, app.clock.now())
  const findings = createFindings(app.deps)
  const made = await findings.make({ sentence: 'Students come to the fair', owner: 'Ines', concerns: { campaign: 'Fair' }, verdictIds: [own.id, ...others.map(({ id }) => id), 'unknown'] })
  return { app, own, others, findings, made }
}

describe('a finding', () => {
  it('knows its verdicts and how many reps gave them, and no name of a rep or a lead', async () => {
    const { own, others, findings, made } = await judged()
    expect(made).toMatchObject({ state: 'noticed', version: 1, reps: 3, verdictIds: [own.id, ...others.map(({ id }) => id)] })
    expect(JSON.stringify(await findings.list())).not.toMatch(/Dana|Rep 2|Marta|00Q/)
  })

  it('grows by one version with every change, which cannot touch what it rests on', async () => {
    const { findings, made } = await judged()
    const saved = await findings.save({ ...made, version: 9, sentence: 'Many students', verdictIds: [], reps: 100, noticedAt: 0 })
    expect(saved).toEqual({ ...made, version: 2, sentence: 'Many students' })
    expect(await findings.list()).toEqual([saved])
    await findings.remove(made.id)
    await expect(findings.save(made)).rejects.toMatchObject({ kind: 'not-found' })
  })

  it('answers within fourteen days are counted for both teams', async () => {
    const { app, findings, made } = await judged()
    expect(await findings.answered()).toEqual({ answered: 0, of: 0 })
    expect((await app.today.list()).findings).toBeUndefined()
    await findings.save({ ...made, state: 'decided', decidedAt: app.clock.now(), change: 'No more student tickets' })
    expect((await app.today.list()).findings).toEqual({ answered: 1, of: 1 })
  })
})

describe('the answer to it', () => {
  const decide = async ({ findings, made, app }: Awaited<ReturnType<typeof judged>>) => findings.save({ ...made, state: 'decided', decidedAt: app.clock.now(), change: 'No more student tickets' })
  const lines = async ({ deps, history, crms, clock }: TestApp, n: number, touched = true) => {
    crms.salesforce.put(snapshotOf(lead(n), touched ? responded(clock.now() - 60_000) : {}))
    const reader = createRecordReader(deps, history, createNoticeSources(deps))
    return (await reader.fresh(lead(n), true)).notices.filter(({ kind }) => kind === 'finding')
  }

  it('stands on the next lead it concerns, until it is put away, and comes again with the next step', async () => {
    const all = await judged()
    const { app, findings } = all
    expect(await lines(app, 7)).toEqual([])
    const decided = await decide(all)
    const [notice] = await lines(app, 7)
    expect(notice?.sentence).toMatchObject({ id: 'notice.finding_decided', count: 2, values: [2, { say: 'reason.student_or_job_seeker' }, 'No more student tickets'] })
    expect(await lines(app, 8, false)).toEqual([])
    await app.deps.marks.add('notice', [notice?.id ?? ''], app.clock.now())
    expect(await lines(app, 7)).toEqual([])
    await findings.save({ ...decided, state: 'changed', changedAt: app.clock.now() })
    expect((await lines(app, 7)).map(({ sentence }) => sentence.id)).toEqual(['notice.finding_changed'])
  })

  it('reaches who gave any one of two thousand verdicts', async () => {
    const all = await judged()
    const [own, ...given] = all.made.verdictIds
    const many = Array.from({ length: 1_990 }, (_, n) => `elsewhere-${n}`)
    await all.app.deps.documents.put([{ ...all.made, version: 2, verdictIds: [...given, ...many, own ?? ''], state: 'decided', decidedAt: all.app.clock.now(), change: 'No more student tickets' }])
    expect((await lines(all.app, 7)).map(({ sentence }) => sentence.id)).toEqual(['notice.finding_decided'])
  })

  it('says nothing to who gave none of its verdicts', async () => {
    const all = await judged()
    await all.app.deps.ledger.remove([all.own.id])
    await decide(all)
    expect(await lines(all.app, 7)).toEqual([])
  })
})

describe('the review', () => {
  it('hands on packed verdicts and notes without names', async () => {
    const { app, own, others } = await judged()
    await app.deps.snapshots.put(snapshotOf(lead(1), { readAt: app.clock.now() }))
    const kept = { views: [] as SavedView[] }
    const review = createReview(app.deps, { get: async () => kept.views, set: async (views) => void (kept.views = views) })
    const rows = (await review.sheets()).sheets.flatMap((sheet) => readSheet(sheet))
    expect(rows.map(({ ref }) => recordKey(ref)).sort()).toEqual([1, 2, 3].map((n) => recordKey(lead(n))))
    expect(rows.every(({ ref }) => ref.org === org)).toBe(true)
    expect(await review.quotes([own.id, ...others.map(({ id }) => id)])).toEqual([{ id: own.id, verdict: 'wrong', reason: 'student-or-job-seeker', note: '[name] writes a thesis; ask [email] or [name]' }])
  })

  it('asks the CRM for names nobody knows here, and quotes no note on somebody it does not tell', async () => {
    const { app, own } = await judged()
    const gone = verdictOn(app, 4, { note: 'Ann Ode left the company' })
    await app.deps.ledger.append([gone], [])
    app.crms.salesforce.put(snapshotOf(lead(1)))
    const review = createReview(app.deps, { get: async () => [], set: async () => undefined })
    expect((await review.quotes([own.id, gone.id])).map(({ note }) => note)).toEqual(['[name] writes a thesis; ask [email] or [name]'])
    app.crms.salesforce.fail('signed-out')
    await app.deps.snapshots.forget(app.orgKey)
    expect(await review.quotes([own.id, gone.id])).toEqual([])
  })

  it('keeps views by page and name', async () => {
    const { app } = await judged()
    const kept = { views: [] as SavedView[] }
    const review = createReview(app.deps, { get: async () => kept.views, set: async (views) => void (kept.views = views) })
    for (const [name, query] of [['B', 'period=30'], ['A', ''], ['B', 'period=90']] as const) await review.saveView({ name, page: 'overview', query })
    expect(await review.views()).toEqual([{ name: 'A', page: 'overview', query: '' }, { name: 'B', page: 'overview', query: 'period=90' }])
    await review.removeView({ page: 'overview', name: 'A' })
    await review.saveView({ name: 'B', page: 'feedback', query: '' })
    expect((await review.views()).map(({ page, name }) => `${page} ${name}`).sort()).toEqual(['feedback B', 'overview B'])
    await review.removeView({ page: 'feedback', name: 'B' })
    expect((await review.views()).map(({ page, name }) => `${page} ${name}`)).toEqual(['overview B'])
  })
})
