import { describe, expect, it } from 'vitest'
import { startOfDay } from '@/lib/domain/days'
import type { VerdictEvent } from '@/lib/domain/ledger'
import { openedNoticeId } from '@/lib/domain/link-touches'
import { createTestApp, lead, org, portal } from '../../fakes/app'
import { makeAsset, makeRaw } from '../domain/make'

const day = 86_400_000

async function today() {
  const app = await createTestApp()
  const judge = async (n: number, detail: Pick<VerdictEvent, 'until' | 'trigger'>, person: object = {}) => {
    await app.opened(lead(n), { person: { name: `Person ${n}`, ...person } })
    const { event } = await app.verdicts.give({ ref: lead(n), eventId: app.newId(), verdict: 'not_yet' })
    return (await app.verdicts.detail({ ref: lead(n), eventId: app.newId(), verdictId: event.id, detail })).event
  }
  const lines = async () => (await app.today.list()).items.map(({ kind, name }) => `${kind}: ${name}`).filter((line) => !line.startsWith('stuck'))
  return { ...app, judge, lines }
}

describe('Today', () => {
  it('is empty on a new day', async () => {
    const { today: list, clock, crms } = await today()
    expect(await list.list()).toEqual({ items: [], promotions: [], asOf: clock.now() })
    expect([await list.badge(), crms.salesforce.asked]).toEqual([0, []])
  })

  it('lists what was opened and not judged, with its name, company and address', async () => {
    const { today: list, opened, verdicts, newId } = await today()
    await opened(lead(1))
    await opened(lead(2))
    await verdicts.give({ ref: lead(2), eventId: newId(), verdict: 'good' })
    expect((await list.list()).items).toMatchObject([{ kind: 'to-judge', name: 'Marta Lindqvist', company: 'Brightwater Foods', url: `https://${org}/${lead(1).id}` }])
  })

  it('lists a Not yet whose day has come, and counts it on the badge', async () => {
    const { today: list, judge, lines, clock } = await today()
    const until = new Date(clock.now() + 3 * day).toISOString().slice(0, 10)
    await judge(1, { until })
    expect(await lines()).toEqual([])
    clock.set(startOfDay(until) ?? 0)
    expect(await lines()).toEqual(['returned: Person 1'])
    expect(await list.badge()).toBe(2)
  })

  it('leaves to another member of a hub what waits for them', async () => {
    const { today: list, opened, verdicts, newId, clock, stores } = await today()
    await opened(lead(1))
    await verdicts.give({ ref: lead(1), eventId: newId(), verdict: 'good' })
    const [row] = await stores.outbox.open()
    if (row) await stores.ledger.append([], [{ ...row, id: `${row.eventId}:hub:event`, target: 'hub', task: 'event', member: { id: 'm1', name: 'Sam', hub: 'https://hub.example' } }])
    await stores.outbox.drop(row?.orgKey ?? '')
    clock.advance(day)
    expect([await list.badge(), (await list.list()).items]).toEqual([0, []])
  })

  it('lists and counts what is stuck', async () => {
    const { today: list, opened, verdicts, newId, clock } = await today()
    await opened(lead(1))
    await verdicts.give({ ref: lead(1), eventId: newId(), verdict: 'good' })
    expect(await list.badge()).toBe(0)
    clock.advance(3_600_000)
    expect((await list.list()).items).toMatchObject([{ kind: 'stuck', name: 'Marta Lindqvist' }])
    expect(await list.badge()).toBe(1)
  })

  it('lists what a person opened of what the rep sent, after it was sent', async () => {
    const { lines, opened, sends, newId, deps, clock } = await today()
    await deps.assets.put([makeAsset()])
    const touch = (at: number, signals = {}) => makeRaw({ kind: 'link-view', at, url: 'https://www.example.com/guide?utm_source=leadside', title: 'The guide', signals: { deliberate: true, ...signals } })
    await opened(lead(1), { touches: [touch(clock.now() - day)] })
    const { send } = await sends.open({ ref: lead(1), eventId: newId(), assetId: 'guide', channel: 'gmail', subject: 'S', body: 'B' })
    await sends.outcome({ ref: lead(1), eventId: newId(), sendId: send.event.id, outcome: 'sent' })
    expect((await lines()).filter((line) => line.startsWith('opened'))).toEqual([])
    clock.advance(day)
    await opened(lead(1), { touches: [touch(clock.now() - 3_600_000, { deliberate: false, probe: true })] })
    expect((await lines()).filter((line) => line.startsWith('opened'))).toEqual([])
    await opened(lead(1), { touches: [touch(clock.now() - 3_600_000)] })
    expect((await lines()).filter((line) => line.startsWith('opened'))).toEqual(['opened: Marta Lindqvist'])
  })

  it('lists no opening that was put away on the record, until there is another', async () => {
    const { lines, opened, sends, newId, deps, clock } = await today()
    await deps.assets.put([makeAsset()])
    await opened(lead(1))
    const { send } = await sends.open({ ref: lead(1), eventId: newId(), assetId: 'guide', channel: 'gmail', subject: 'S', body: 'B' })
    await sends.outcome({ ref: lead(1), eventId: newId(), sendId: send.event.id, outcome: 'sent' })
    const touch = (id: string, at: number) => makeRaw({ id, kind: 'link-view', at, url: 'https://www.example.com/guide?utm_source=leadside', title: 'The guide', signals: { deliberate: true } })
    clock.advance(day)
    const first = touch('t1', clock.now() - 3_600_000)
    await opened(lead(1), { touches: [first] })
    await deps.marks.add('notice', [openedNoticeId({ send: send.event, at: first.at })], clock.now())
    expect((await lines()).filter((line) => line.startsWith('opened'))).toEqual([])
    clock.advance(3_600_000)
    await opened(lead(1), { touches: [first, touch('t2', clock.now() - 60_000)] })
    expect((await lines()).filter((line) => line.startsWith('opened'))).toEqual(['opened: Marta Lindqvist'])
  })

  it('knows a trigger from a record just opened, without another call', async () => {
    const { lines, judge, opened, clock, crms } = await today()
    await judge(1, { trigger: 'touch' })
    clock.advance(day)
    await opened(lead(1), { person: { name: 'Person 1' }, touches: [makeRaw({ at: clock.now() - 60_000, signals: { deliberate: true } })] })
    expect(await lines()).toEqual(['returned: Person 1'])
    expect(crms.salesforce.times('deliver')).toBe(0)
  })
})

describe('checking triggers', () => {
  it('asks one call for all, says so where something moved, and asks the next time from there', async () => {
    const { today: list, judge, lines, clock, crms, told } = await today()
    const first = await judge(1, { trigger: 'touch' })
    await judge(2, { trigger: 'campaign' })
    await judge(3, { until: '2030-01-01' })
    clock.advance(day)
    const asked: { ids: string[]; since: number }[] = []
    crms.salesforce.recheckAnswers = (refs, since) => {
      asked.push({ ids: refs.map(({ id }) => id).sort(), since })
      return refs.map((ref) => ({ ref, newTouches: ref.id === lead(1).id ? 2 : 0, campaignResponses: 0 }))
    }
    told.length = 0
    await list.checkReturns()
    expect(asked).toEqual([{ ids: [lead(1).id, lead(2).id], since: first.at }])
    expect(told).toEqual(['today'])
    expect(await lines()).toEqual(['returned: Person 1'])
    const checkedAt = clock.now()
    clock.advance(day)
    crms.salesforce.recheckAnswers = (refs, since) => {
      asked.push({ ids: refs.map(({ id }) => id).sort(), since })
      return []
    }
    told.length = 0
    await list.checkReturns()
    expect([asked.at(-1)?.since, told]).toEqual([checkedAt, []])
    expect(await lines()).toEqual(['returned: Person 1'])
  })

  it('takes no visit from before the verdict for a return', async () => {
    const { today: list, judge, lines, clock, crms } = await today()
    await judge(1, { trigger: 'touch' })
    clock.advance(3_600_000)
    const seenAt = clock.now()
    clock.advance(3_600_000)
    await judge(2, { trigger: 'touch' })
    clock.advance(3_600_000)
    crms.salesforce.recheckAnswers = (refs, since) => refs.map((ref) => ({ ref, newTouches: ref.id === lead(2).id && seenAt > since ? 1 : 0, campaignResponses: 0 }))
    await list.checkReturns()
    expect(await lines()).toEqual([])
    expect(crms.salesforce.times('recheck')).toBe(2)
  })

  it('sees a score that rose by ten since the verdict', async () => {
    const { today: list, judge, lines, clock, crms } = await today()
    await judge(1, { trigger: 'score' }, { score: { value: 40, system: 'Pardot' } })
    clock.advance(day)
    crms.salesforce.recheckAnswers = ([ref]) => (ref ? [{ ref, newTouches: 0, campaignResponses: 0, score: 49 }] : [])
    await list.checkReturns()
    expect(await lines()).toEqual([])
    crms.salesforce.recheckAnswers = ([ref]) => (ref ? [{ ref, newTouches: 0, campaignResponses: 0, score: 50 }] : [])
    await list.checkReturns()
    expect(await lines()).toEqual(['returned: Person 1'])
  })

  it('one CRM that fails costs only its own part', async () => {
    const { today: list, judge, opened, verdicts, newId, lines, clock, crms, connected } = await today()
    const contact = { crm: 'hubspot', org: portal, kind: 'contact', id: '501' } as const
    connected.push({ crm: 'hubspot', org: portal })
    await judge(1, { trigger: 'touch' })
    await opened(contact, { person: { name: 'Contact' } })
    const { event } = await verdicts.give({ ref: contact, eventId: newId(), verdict: 'not_yet' })
    await verdicts.detail({ ref: contact, eventId: newId(), verdictId: event.id, detail: { trigger: 'touch' } })
    clock.advance(day)
    crms.salesforce.fail('signed-out')
    crms.hubspot.recheckAnswers = (refs) => refs.map((ref) => ({ ref, newTouches: 1, campaignResponses: 0 }))
    await list.checkReturns()
    expect(await lines()).toEqual(['returned: Contact'])
  })

  it('asks when Today opens, and not again with every look', async () => {
    const { today: list, judge, clock, crms } = await today()
    await judge(1, { trigger: 'touch' })
    await list.list()
    await list.list()
    await expect.poll(() => crms.salesforce.times('recheck')).toBe(1)
    clock.advance(5 * 60_000)
    await list.list()
    await expect.poll(() => crms.salesforce.times('recheck')).toBe(2)
  })

  it('asks nobody where nothing waits for a trigger, or nothing is connected', async () => {
    const { today: list, judge, crms, connected } = await today()
    await judge(1, { until: '2030-01-01' })
    await list.checkReturns()
    await judge(2, { trigger: 'touch' })
    connected.length = 0
    await list.checkReturns()
    expect(crms.salesforce.times('recheck')).toBe(0)
  })
})
