import { describe, expect, it } from 'vitest'
import type { VerdictValue } from '@/lib/domain/ledger'
import { usualReturnDay } from '@/lib/domain/returns'
import { sampleOrgs } from '@/lib/domain/sample-workspace'
import { createTestApp, lead, type TestApp } from '../../fakes/app'
import { makeRaw } from '../domain/make'

const day = 86_400_000

async function opened(given: Parameters<TestApp['opened']>[1] = {}, policy = {}) {
  const app = await createTestApp({ policy })
  await app.opened(lead(1), given)
  const give = (verdict: VerdictValue, supersedes?: string) => app.verdicts.give({ ref: lead(1), eventId: app.newId(), verdict, ...(supersedes ? { supersedes } : {}) })
  const view = async () => {
    const found = await app.reader.cached(lead(1))
    if (!found) throw new Error('never read')
    return found
  }
  const verdictEvents = async () => (await app.deps.ledger.all(['verdict'])).flatMap((event) => (event.type === 'verdict' ? [event] : []))
  return { ...app, give, view, verdictEvents }
}

/** Everything waiting arrives in the CRM. */
async function deliverAll(deps: TestApp['deps']): Promise<void> {
  const later = deps.clock.now() + 60_000
  for (let rows = await deps.outbox.lease(later, 9, 60_000); rows.length > 0; rows = await deps.outbox.lease(later, 9, 60_000)) {
    for (const row of rows) await deps.outbox.settle({ ...row, state: 'done', lease: undefined, doneAt: deps.clock.now() })
  }
}

describe('giving a verdict', () => {
  it('F01 is in the ledger and in the outbox before it is acknowledged, for a background that starts anew', async () => {
    const { give, machine, due, clock } = await opened()
    const { event, undoUntil } = await give('good')
    const again = await createTestApp({ machine })
    expect(await again.deps.ledger.byId(event.id)).toMatchObject({ type: 'verdict', verdict: 'good', rep: { id: '005' } })
    expect(await again.rows()).toMatchObject([{ eventId: event.id, task: 'verdict', state: 'pending', dueAt: event.at + 10_000 }])
    expect([undoUntil, due.at(-1)]).toEqual([clock.now() + 10_000, clock.now() + 10_000])
  })

  it('stands at once, and everybody who shows the record or Today hears of it', async () => {
    const { give, view, told } = await opened()
    told.length = 0
    await give('wrong')
    expect((await view()).standing).toMatchObject({ verdict: 'wrong', by: 'Dana Reyes' })
    expect(told).toEqual(expect.arrayContaining(['today', expect.stringMatching(/^record /)]))
  })

  it('brings a Not yet back in 30 days unless the rep says otherwise, with its task', async () => {
    const { give, clock, rows, verdicts, newId } = await opened()
    const { event } = await give('not_yet')
    expect(event.until).toBe(usualReturnDay(clock.now()))
    expect((await rows()).map(({ task }) => task).sort()).toEqual(['return-task', 'verdict'])
    const detailed = await verdicts.detail({ ref: lead(1), eventId: newId(), verdictId: event.id, detail: { trigger: 'touch' } })
    expect(detailed.event).toMatchObject({ trigger: 'touch' })
    expect(detailed.event.until).toBeUndefined()
    expect((await give('good')).event.until).toBeUndefined()
  })

  it.each([
    ['F15 a repeated message', (id: string) => [id, id], 0],
    ['F15 a double click', (id: string, other: string) => [id, other], 300],
  ])('%s gives one event', async (_, ids, apart) => {
    const { verdicts, newId, clock, verdictEvents, rows } = await opened()
    const [first = '', second = ''] = ids(newId(), newId())
    const one = await verdicts.give({ ref: lead(1), eventId: first, verdict: 'good' })
    clock.advance(apart)
    const two = await verdicts.give({ ref: lead(1), eventId: second, verdict: 'good' })
    expect(two.event.id).toBe(one.event.id)
    expect([await verdictEvents(), await rows()].map((list) => list.length)).toEqual([1, 1])
  })

  it('F15 two tabs clicking in the same moment give one event', async () => {
    const { give, verdictEvents } = await opened()
    const [one, two] = await Promise.all([give('good'), give('good')])
    expect(two.event.id).toBe(one.event.id)
    expect(await verdictEvents()).toHaveLength(1)
  })

  it('takes another mind for another event, however quickly it comes', async () => {
    const { give, view, clock } = await opened()
    const good = await give('good')
    clock.advance(200)
    const wrong = await give('wrong', good.event.id)
    clock.advance(200)
    const back = await give('good', wrong.event.id)
    expect(back.event.id).not.toBe(good.event.id)
    expect((await view()).standing?.eventId).toBe(back.event.id)
  })

  it('F02 works with nobody signed in and no network: the local copy is enough', async () => {
    const { give, crms, rows } = await opened()
    crms.salesforce.fail('offline')
    await give('cant_tell')
    expect(await rows()).toHaveLength(1)
    expect(crms.salesforce.times('actor')).toBe(0)
  })

  it('carries what the rep could see', async () => {
    const { give, clock } = await opened({ person: { source: 'Webinar', score: { value: 61, system: 'Pardot' } }, touches: [makeRaw({ at: 1_799_000_000_000, campaign: { name: 'Spring' }, title: 'Guide' })] })
    const { event } = await give('good')
    expect(event.evidence).toMatchObject({ playbook: '1', source: 'Webinar', score: 61, campaigns: ['Spring'], stories: [{ title: 'Guide', count: 1 }] })
    expect(event.at).toBe(clock.now())
  })

  it('never leaves this machine for sample people', async () => {
    const app = await createTestApp()
    const ref = { ...lead(1), org: sampleOrgs.salesforce }
    await app.opened(ref)
    await app.verdicts.give({ ref, eventId: app.newId(), verdict: 'good' })
    expect(await app.rows()).toEqual([])
  })

  it('makes a second look of a verdict given after the day to come back', async () => {
    const { give, verdicts, newId, clock } = await opened()
    const first = await give('not_yet')
    await verdicts.detail({ ref: lead(1), eventId: newId(), verdictId: first.event.id, detail: { until: new Date(clock.now() + 5 * day).toISOString().slice(0, 10) } })
    clock.advance(6 * day)
    expect((await give('good')).event.secondLook).toBe(true)
  })

  it('refuses a record that was never read here', async () => {
    const app = await createTestApp()
    await expect(app.verdicts.give({ ref: lead(9), eventId: app.newId(), verdict: 'good' })).rejects.toMatchObject({ kind: 'not-found' })
  })
})

describe('adding details', () => {
  it('is done under the name of who adds them', async () => {
    const { verdicts, opened, newId } = await createTestApp()
    await opened()
    const { event } = await verdicts.give({ ref: lead(1), eventId: newId(), verdict: 'wrong' })
    const sam = { id: '006', name: 'Sam Poe', verified: true }
    await opened(lead(1), { actingAs: sam })
    expect((await verdicts.detail({ ref: lead(1), eventId: newId(), verdictId: event.id, detail: { reason: 'student' } })).event).toMatchObject({ rep: sam, supersedes: event.id })
  })

  it('supersedes the click and is delivered in its place', async () => {
    const { give, verdicts, newId, clock, rows } = await opened()
    const { event: click } = await give('good')
    clock.advance(4_000)
    const { event, undoUntil } = await verdicts.detail({ ref: lead(1), eventId: newId(), verdictId: click.id, detail: { reason: 'real-need', helped: ['guide'] } })
    expect(event).toMatchObject({ supersedes: click.id, reason: 'real-need', helped: ['guide'], verdict: 'good' })
    expect(undoUntil).toBe(click.at + 10_000)
    expect(await rows()).toMatchObject([{ eventId: event.id, dueAt: click.at + 10_000 }])
  })

  it.each([[9_000, 12_000, 'a moment to finish'], [60_000, 70_000, 'ten seconds of its own']])('given %i ms after the click travels %i ms after it: %s', async (after, dueAfter) => {
    const { give, verdicts, newId, clock, rows } = await opened()
    const { event: click } = await give('good')
    clock.advance(after)
    const { event } = await verdicts.detail({ ref: lead(1), eventId: newId(), verdictId: click.id, detail: { reason: 'real-need' } })
    expect((await rows()).find((row) => row.eventId === event.id)?.dueAt).toBe(click.at + dueAfter)
  })

  it('takes away what is left out, keeps what is named', async () => {
    const { give, verdicts, newId } = await opened()
    const { event: click } = await give('good')
    const { event: noted } = await verdicts.detail({ ref: lead(1), eventId: newId(), verdictId: click.id, detail: { reason: 'other', note: ' Called\u0000 back ' } })
    expect(noted).toMatchObject({ reason: 'other', note: 'Called back' })
    const { event } = await verdicts.detail({ ref: lead(1), eventId: newId(), verdictId: noted.id, detail: { note: 'Called back' } })
    expect([event.reason, event.note]).toEqual([undefined, 'Called back'])
  })

  it('S59 keeps no note where the admin forbids free text', async () => {
    const { give, verdicts, newId } = await opened({}, { allowFreeText: false })
    const { event: click } = await give('good')
    const { event } = await verdicts.detail({ ref: lead(1), eventId: newId(), verdictId: click.id, detail: { reason: 'other', note: 'private' } })
    expect([event.reason, event.note]).toEqual(['other', undefined])
  })

  it.each([[true, ['verdict', 'return-task']], [false, ['verdict']]])('makes a CRM task for a date where that is wanted (%s)', async (returnTask, tasks) => {
    const { give, verdicts, newId, deps, rows } = await opened()
    await deps.settings.save({ returnTask })
    const { event: click } = await give('not_yet')
    await verdicts.detail({ ref: lead(1), eventId: newId(), verdictId: click.id, detail: { until: '2027-02-01' } })
    expect((await rows()).map(({ task }) => task)).toEqual(tasks)
  })

  it.each([['good', 'return-done'], ['wrong', 'return-done'], ['cant_tell', 'return-done'], ['not_yet', 'return-task']] as const)('a delivered return ends, or moves, with a later %s', async (verdict, task) => {
    const { give, clock, deps, rows } = await opened()
    const { event } = await give('not_yet')
    await deliverAll(deps)
    clock.advance(60_000)
    await give(verdict, event.id)
    expect((await rows()).map((row) => row.task).sort()).toEqual([task, 'verdict'].sort())
    await deliverAll(deps)
    clock.advance(60_000)
    await give('good')
    expect((await rows()).map((row) => row.task).sort()).toEqual(verdict === 'not_yet' ? ['return-done', 'verdict'] : ['verdict'])
  })

  it('a return that was never sent needs no end, and one before it still does', async () => {
    const { give, clock, deps, rows } = await opened()
    const { event: never } = await give('not_yet')
    await give('good', never.id)
    expect((await rows()).map((row) => row.task)).toEqual(['verdict'])
    await deliverAll(deps)
    clock.advance(60_000)
    const { event: sent } = await give('not_yet')
    await deliverAll(deps)
    clock.advance(60_000)
    const { event: moved } = await give('not_yet', sent.id)
    clock.advance(2_000)
    await give('wrong', moved.id)
    expect((await rows()).map((row) => row.task)).toEqual(['verdict', 'return-done'])
  })

  it('F15 a repeated message changes nothing', async () => {
    const { give, verdicts, newId, verdictEvents } = await opened()
    const { event: click } = await give('good')
    const request = { ref: lead(1), eventId: newId(), verdictId: click.id, detail: { reason: 'real-need' } }
    await verdicts.detail(request)
    await verdicts.detail(request)
    expect(await verdictEvents()).toHaveLength(2)
  })
})

describe('undo', () => {
  it('of the verdict that ended a return leaves its task standing', async () => {
    const { give, verdicts, clock, deps, rows } = await opened()
    const { event } = await give('not_yet')
    await deliverAll(deps)
    clock.advance(60_000)
    const { event: over } = await give('good', event.id)
    await verdicts.undo({ ref: lead(1), verdictId: over.id })
    expect(await rows()).toEqual([])
  })

  it('within ten seconds takes the click and its details back, and nothing is ever delivered', async () => {
    const { give, verdicts, newId, clock, rows, view } = await opened()
    const { event: click } = await give('good')
    const { event } = await verdicts.detail({ ref: lead(1), eventId: newId(), verdictId: click.id, detail: { reason: 'real-need' } })
    clock.advance(9_999)
    await verdicts.undo({ ref: lead(1), verdictId: event.id })
    expect(await rows()).toEqual([])
    expect((await view()).standing).toBeUndefined()
    expect((await view()).verdicts.map(({ withdrawn }) => withdrawn)).toEqual([true, true])
  })

  it('is refused when the ten seconds are over', async () => {
    const { give, verdicts, clock, view } = await opened()
    const { event } = await give('good')
    clock.advance(10_000)
    await expect(verdicts.undo({ ref: lead(1), verdictId: event.id })).rejects.toMatchObject({ kind: 'conflict' })
    expect((await view()).standing?.eventId).toBe(event.id)
  })

  it('F15 clicked twice withdraws once', async () => {
    const { give, verdicts, deps } = await opened()
    const { event } = await give('good')
    await Promise.all([verdicts.undo({ ref: lead(1), verdictId: event.id }), verdicts.undo({ ref: lead(1), verdictId: event.id })])
    expect(await deps.ledger.all(['verdict-withdrawn'])).toHaveLength(1)
  })

  it('of a change lets the earlier verdict stand, and travel where it had not yet', async () => {
    const { give, verdicts, newId, clock, view, rows } = await opened()
    const { event: click } = await give('not_yet')
    const { event: first } = await verdicts.detail({ ref: lead(1), eventId: newId(), verdictId: click.id, detail: { until: '2027-02-01' } })
    clock.advance(3_000)
    const { event: changed } = await give('wrong', first.id)
    expect((await rows()).map(({ eventId }) => eventId)).toEqual([changed.id])
    await verdicts.undo({ ref: lead(1), verdictId: changed.id })
    expect((await view()).standing?.eventId).toBe(first.id)
    expect((await rows()).map(({ eventId, task, dueAt }) => [eventId, task, dueAt])).toEqual([
      [first.id, 'verdict', click.at + 10_000], [first.id, 'return-task', click.at + 10_000],
    ])
  })

  it('of a change whose earlier verdict was delivered sends nothing', async () => {
    const { give, verdicts, clock, deps, rows } = await opened()
    const { event: first } = await give('good')
    clock.advance(11_000)
    const [row] = await deps.outbox.lease(clock.now(), 1, 60_000)
    if (row) await deps.outbox.settle({ ...row, state: 'done', lease: undefined, doneAt: clock.now() })
    const { event: changed } = await give('wrong', first.id)
    await verdicts.undo({ ref: lead(1), verdictId: changed.id })
    expect(await rows()).toEqual([])
  })

  it('of details given late takes back the details alone', async () => {
    const { give, verdicts, newId, clock, view } = await opened()
    const { event: click } = await give('good')
    clock.advance(30_000)
    const { event: late } = await verdicts.detail({ ref: lead(1), eventId: newId(), verdictId: click.id, detail: { reason: 'knows-us' } })
    await verdicts.undo({ ref: lead(1), verdictId: late.id })
    expect((await view()).standing).toMatchObject({ eventId: click.id, reason: undefined })
  })
})
