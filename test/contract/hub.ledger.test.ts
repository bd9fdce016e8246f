import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takeNumbers } from '@/hub/db/number'
import { asPerson } from '@/hub/db/scope'
import { brought } from '@/hub/ledger/brought'
import type { LedgerEvent } from '@/lib/domain/ledger'
import { recordKey } from '@/lib/domain/record-ref'
import type { CloudEvent, Outcome } from '@/lib/hub-client/contract'
import { envelopes, recordPath, refOf, rep, verdict } from './hub/examples'
import { createHub, engines, type Hub, type Member } from './hub/harness'

interface Page { items: CloudEvent[]; next: string; more: boolean }

describe.each(engines)('the ledger of the hub on %s', (engine) => {
  let hub: Hub
  let owner: Member
  let marketer: Member
  let robin: Member
  let sam: Member
  beforeAll(async () => {
    hub = await createHub(engine)
    owner = await hub.owner()
    ;[marketer, robin, sam] = [await hub.member(owner, 'marketer'), await hub.member(owner, 'rep'), await hub.member(owner, 'rep')]
  }, 120_000)
  afterAll(() => hub.close())

  const post = async (as: Member, body: unknown): Promise<Outcome[]> => ((await hub.call('POST', '/v1/events', { as, body })).body as { outcomes: Outcome[] }).outcomes
  const append = (as: Member, ...events: LedgerEvent[]) => post(as, envelopes(...events))
  const poll = async (as: Member, after = '0', limit = 500): Promise<Page> => (await hub.call('GET', `/v1/events?after=${after}&limit=${limit}`, { as })).body as Page
  const counts = async (query = '') => ((await hub.call('GET', `/v1/summary?${query}`, { as: marketer })).body as { groups: Record<string, unknown>[] }).groups

  it('judges each entry of a batch by itself, with the reason', async () => {
    const [good, other] = [verdict(hub, 1), verdict(hub, 2)]
    const [envelope] = envelopes(good)
    const outcomes = await post(robin, [
      envelope, { ...envelope, source: 'urn:leadside:hubspot:2' }, { ...envelope, type: 'app.leadside.send' }, 'nothing', { specversion: '1.0', id: 'x', source: 's', type: 't' },
      ...envelopes({ ...other, at: hub.now() + 10 * 86_400_000 }), ...envelopes(other),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['accepted', 'refused', 'refused', 'refused', 'refused', 'refused', 'accepted'])
    expect(outcomes.filter(({ status }) => status === 'refused').every(({ detail }) => detail !== undefined)).toBe(true)
  })

  it('takes text no database keeps, without what it cannot, and not at the cost of the others', async () => {
    const [torn, other] = [verdict(hub, 6, { note: `half \ud83d and \0nothing, \\u0000 as typed` }), verdict(hub, 7)]
    expect(await append(robin, torn, other)).toMatchObject([{ status: 'accepted' }, { status: 'accepted' }])
    expect((await pollToEnd(robin)).items.find(({ id }) => id === torn.id)?.data).toMatchObject({ note: 'half \ufffd and nothing, \\u0000 as typed' })
    expect((await hub.call('GET', '/v1/assets/search?q=%00', { as: robin })).status).toBe(400)
  })

  it('takes a repeated batch without a trace, and refuses an id of somebody else', async () => {
    const event = verdict(hub, 3)
    expect(await append(robin, event, event)).toMatchObject([{ status: 'accepted' }, { status: 'duplicate' }])
    expect(await append(robin, event)).toMatchObject([{ status: 'duplicate' }])
    expect(await append(sam, event)).toMatchObject([{ status: 'refused', kind: 'conflict' }])
    expect((await poll(marketer)).items.filter(({ id }) => id === event.id)).toHaveLength(1)
  })

  it('lets nobody take back what somebody else judged, whichever comes first', async () => {
    const taken = (verdictId: string, record: number): LedgerEvent => ({ type: 'verdict-withdrawn', id: hub.id(), at: hub.now(), ref: refOf(record), rep, verdictId })
    const stands = async (record: number) => ((await hub.call('GET', `${recordPath(record)}/standing`, { as: marketer })).body as { standing?: { eventId: string } }).standing?.eventId
    const [first, second] = [verdict(hub, 91), verdict(hub, 92)]
    await append(robin, first)
    expect(await append(sam, taken(first.id, 91), verdict(hub, 93))).toMatchObject([{ status: 'refused', kind: 'wrong-user' }, { status: 'accepted' }])
    // Where the verdict is not here yet nobody knows whose it is; then the withdrawal counts for nothing.
    expect(await append(sam, taken(second.id, 92))).toMatchObject([{ status: 'accepted' }])
    await append(robin, second)
    const older = verdict(hub, 91, { at: hub.now() - 1000, supersedes: first.id, verdict: 'wrong' })
    expect(await append(sam, older)).toMatchObject([{ status: 'accepted' }])
    expect([await stands(91), await stands(92)]).toEqual([first.id, second.id])
    // Desks decide by what they are brought: it must not say otherwise there.
    expect((await eventsOf(marketer, 91)).map(({ id, data }) => [id, 'supersedes' in data])).toEqual([[first.id, false], [older.id, false]])
    const corrected = verdict(hub, 93, { supersedes: (await eventsOf(sam, 93))[0]?.id })
    await append(sam, corrected)
    expect((await eventsOf(marketer, 93)).at(-1)).toMatchObject({ id: corrected.id, data: { supersedes: corrected.supersedes } })
    expect(await append(robin, taken(first.id, 91))).toMatchObject([{ status: 'accepted' }])
    expect(await stands(91)).toBe(older.id)
  })

  it('brings nobody what takes back or replaces somebody else\'s verdict, whichever comes first, and one\'s own again once it can be told', async () => {
    const taken = (verdictId: string, record: number): LedgerEvent => ({ type: 'verdict-withdrawn', id: hub.id(), at: hub.now(), ref: refOf(record), rep, verdictId })
    const brought = async (record: number) => (await eventsOf(marketer, record)).map(({ id, data }) => [id, 'supersedes' in data])
    const first = verdict(hub, 95)
    const [replacing, taking] = [verdict(hub, 95, { supersedes: first.id, verdict: 'wrong' }), taken(first.id, 95)]
    expect(await append(sam, replacing, taking)).toMatchObject([{ status: 'accepted' }, { status: 'accepted' }])
    expect(await brought(95)).toEqual([[replacing.id, false]])
    await append(robin, first)
    expect(await brought(95)).toEqual([[replacing.id, false], [first.id, false]])
    // One's own, in another order: from another device.
    const own = verdict(hub, 96)
    const [corrected, back] = [verdict(hub, 96, { supersedes: own.id }), taken(own.id, 96)]
    await append(robin, corrected, back)
    expect(await brought(96)).toEqual([[corrected.id, false]])
    const { next } = await pollToEnd(marketer)
    await append(robin, own)
    expect(new Set((await poll(marketer, next)).items.map(({ id }) => id))).toEqual(new Set([own.id, corrected.id, back.id]))
    expect(await brought(96)).toEqual([[own.id, false], [corrected.id, true], [back.id, false]])
  })

  const eventsOf = async (as: Member, record: number) => (await pollToEnd(as)).items.flatMap(({ id, data, subject }) => (subject === recordKey(refOf(record)) ? [{ id, data: data as object }] : []))

  it('takes 1 to 500 events at a time', async () => {
    const many = Array.from({ length: 501 }, (_, index) => verdict(hub, 10_000 + index))
    expect((await hub.call('POST', '/v1/events', { as: robin, body: [] })).status).toBe(400)
    expect((await hub.call('POST', '/v1/events', { as: robin, body: envelopes(...many) })).status).toBe(400)
    expect(new Set((await append(robin, ...many.slice(0, 500))).map(({ status }) => status))).toEqual(new Set(['accepted']))
  })

  it('F48 keeps fields of a newer release on the round trip', async () => {
    const { next } = await pollToEnd(robin)
    const [envelope] = envelopes(verdict(hub, 4))
    const newer = { ...envelope, traceparent: '00-1', data: { ...(envelope?.data as object), mood: 'sunny', evidence: { ...verdict(hub, 4).evidence, depth: 3 } } }
    expect(await post(robin, [newer])).toMatchObject([{ status: 'accepted' }])
    expect((await poll(robin, next)).items.find(({ id }) => id === newer.id)).toEqual(newer)
  })

  it('shows a rep only their own events, a marketer all', async () => {
    const [mine, theirs] = [verdict(hub, 5), verdict(hub, 6)]
    await append(robin, mine)
    await append(sam, theirs)
    const ids = async (as: Member) => {
      const found: string[] = []
      for (let page = await poll(as); ; page = await poll(as, page.next)) {
        found.push(...page.items.map(({ id }) => id))
        if (!page.more) return found
      }
    }
    expect(await ids(robin)).toContain(mine.id)
    expect(await ids(robin)).not.toContain(theirs.id)
    expect(await ids(marketer)).toEqual(expect.arrayContaining([mine.id, theirs.id]))
  })

  it('answers 304 until something was added', async () => {
    const { headers } = await hub.call('GET', '/v1/events', { as: sam })
    const again = () => hub.call('GET', '/v1/events', { as: sam, headers: { 'if-none-match': headers.get('etag') ?? '' } })
    expect((await again()).status).toBe(304)
    await append(sam, verdict(hub, 7))
    expect((await again()).status).toBe(200)
  })

  it('tells the verdict that stands for a record, in whatever order events arrive', async () => {
    const first = verdict(hub, 8, { at: hub.now() - 5000 })
    const second = verdict(hub, 8, { verdict: 'wrong', supersedes: first.id, rep: { ...rep, name: 'Sam Field' } })
    await append(sam, second)
    await append(robin, first)
    const read = async () => ((await hub.call('GET', `${recordPath(8)}/standing`, { as: robin })).body as { standing?: unknown }).standing
    expect(await read()).toMatchObject({ verdict: 'wrong', by: 'Sam Field' })
    await append(sam, { type: 'verdict-withdrawn', id: hub.id(), at: hub.now(), ref: refOf(8), rep, verdictId: second.id })
    expect(await read()).toMatchObject({ verdict: 'good', eventId: first.id })
  })

  it('counts a lead once, by its latest verdict, second looks apart', async () => {
    const at = Date.UTC(2020, 0, 5)
    const day = 'from=2020-01-01&to=2020-01-31'
    const first = verdict(hub, 9, { at })
    await append(robin, first, verdict(hub, 10, { at, verdict: 'not_yet' }))
    expect(await counts(day)).toMatchObject([{ good: 1, not_yet: 1, wrong: 0, cant_tell: 0 }])
    await append(sam, verdict(hub, 9, { at: at + 1000, verdict: 'wrong', supersedes: first.id }), verdict(hub, 10, { at: at + 1000, secondLook: true }))
    expect(await counts(day)).toMatchObject([{ good: 0, not_yet: 1, wrong: 1 }])
    expect(await counts(`${day}&looks=second`)).toMatchObject([{ good: 1 }])
    expect(await counts(`${day}&by=campaign`)).toMatchObject([{ key: 'autumn', wrong: 1, not_yet: 1 }])
    expect(await counts(`${day}&by=asset`)).toMatchObject([{ key: 'guide' }])
  })

  it('groups by whatever leads are compared by, and by day', async () => {
    const [first, second] = [Date.UTC(2019, 4, 1), Date.UTC(2019, 4, 3)]
    const about = { ...verdict(hub, 1).evidence, source: 'Fair', campaigns: ['spring', 'fair'], persona: 'cfo', industry: 'retail', stage: 'mql' }
    await append(robin, verdict(hub, 30, { at: first, evidence: about, verdict: 'wrong', reason: 'student' }), verdict(hub, 31, { at: second, evidence: about }))
    const range = 'from=2019-05-01&to=2019-05-31'
    for (const [by, keys] of [['campaign', ['fair', 'spring']], ['source', ['Fair']], ['asset', ['guide']], ['persona', ['cfo']], ['industry', ['retail']], ['stage', ['mql']], ['reason', ['student']]] as const) {
      expect([by, (await counts(`${range}&by=${by}`)).map(({ key }) => key)]).toEqual([by, keys])
    }
    expect(await counts(`${range}&each=day`)).toEqual([
      { key: '', day: '2019-05-01', good: 0, not_yet: 0, wrong: 1, cant_tell: 0 }, { key: '', day: '2019-05-03', good: 1, not_yet: 0, wrong: 0, cant_tell: 0 },
    ])
    expect((await counts(`${range}&by=campaign&each=day`)).map(({ key, day }) => [key, day])).toEqual([
      ['fair', '2019-05-01'], ['spring', '2019-05-01'], ['fair', '2019-05-03'], ['spring', '2019-05-03'],
    ])
    expect((await hub.call('GET', '/v1/summary?by=rep', { as: marketer })).status).toBe(400)
  })

  it('keeps the counts equal to a count of what stands, after everything above', async () => {
    const { rows } = await sql<{ same: boolean }>`select (select count(*) from standing) = (select sum(n) from rollup where grouping = 'all') as same`.execute(hub.deps.db)
    expect(rows).toEqual([{ same: true }])
  })

  // The embedded engine has one connection: its transactions cannot overlap.
  it.each(engine === 'postgres' ? [engine] : [])('loses no event to a poll between two overlapping writes on %s', async () => {
    const cursor = (await pollToEnd(marketer)).next
    const event = verdict(hub, 20)
    let commit = (): void => undefined
    const held = new Promise<void>((resolve) => { commit = resolve })
    let taken = (): void => undefined
    const tookNumber = new Promise<void>((resolve) => { taken = resolve })
    const slow = hub.deps.db.transaction().execute(async (tx) => {
      const seq = await takeNumbers(tx, 'ledger', 1)
      await sql`insert into event (source, id, seq, type, at, received_at, person_id, record_key, body)
        values ('s', 'slow', ${seq}, 'opened', 1, 1, ${sam.personId}, 'r', ${JSON.stringify({ ...envelopes(event)[0], id: 'slow' })}::text::jsonb)`.execute(tx)
      taken()
      await held
    })
    await tookNumber
    const quick = append(robin, event)
    const between = await poll(marketer, cursor)
    expect(between.items).toEqual([])
    commit()
    await Promise.all([slow, quick])
    expect((await poll(marketer, between.next)).items.map(({ id }) => id)).toEqual(['slow', event.id])
  })

  const pollToEnd = async (as: Member): Promise<Page> => {
    for (let page = await poll(as); ; page = await poll(as, page.next)) if (!page.more) return page
  }

  it('brings a page of a long ledger without comparing its events with all others', async () => {
    const events = Array.from({ length: 1_000 }, (_, record) => verdict(hub, 10_000 + record))
    for (const half of [events.slice(0, 500), events.slice(500)]) expect((await append(robin, ...half)).every(({ status }) => status === 'accepted')).toBe(true)
    const plan = await asPerson(hub.deps.db, marketer, async (tx) => (await sql<{ 'QUERY PLAN': { Plan: PlanNode }[] }>`explain (analyze, format json) ${brought(0, 501)}`.execute(tx)).rows[0]?.['QUERY PLAN'][0]?.Plan)
    expect(plan && looked(plan)).toBeLessThan(20_000)
  })
})

interface PlanNode { 'Actual Rows': number; 'Actual Loops': number; 'Rows Removed by Filter'?: number; 'Rows Removed by Join Filter'?: number; Plans?: PlanNode[] }

/** How many rows or pairs of rows the database looked at. */
function looked(node: PlanNode): number {
  const each = node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Join Filter'] ?? 0)
  return each * node['Actual Loops'] + (node.Plans ?? []).reduce((sum, child) => sum + looked(child), 0)
}
