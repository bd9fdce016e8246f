import { describe, expect, it } from 'vitest'
import type { VerdictEvent } from '@/lib/domain/ledger'
import type { TeamVerdicts } from '@/lib/domain/ports'
import { recordKey } from '@/lib/domain/record-ref'
import { readSheet, type ReviewRow } from '@/lib/domain/review/sheet'
import type { FeedbackStore } from '@/lib/domain/store-ports'
import { eventId, lead, rowFor, verdict, withdrawal } from '../../fixtures/store/events'
import { boot, createMachine } from '../../fixtures/store/machine'
import { createRandom } from '../../fixtures/store/random'

const orgKey = 'salesforce:acme.my.salesforce.com'
const pageOf = (items: TeamVerdicts['items'], cursor = 'c1', next?: string): TeamVerdicts => ({ items, cursor, next })

async function packed(feedback: FeedbackStore): Promise<ReviewRow[]> {
  const rows: ReviewRow[] = []
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const { sheets, next } = await feedback.sheets(after)
    rows.push(...sheets.flatMap((sheet) => readSheet(sheet)))
    after = next
  }
  return rows
}

describe('feedback', () => {
  it('lists verdicts newest first, page by page, with what was seen', async () => {
    const { ledger, feedback } = await boot(createMachine())
    await ledger.append([1, 2, 3, 4, 5].map((n) => verdict(n, { ref: lead(n), at: n < 3 ? 1_000 : n * 1_000, reason: 'real-need' })), [])
    const first = await feedback.page({ limit: 2 })
    const second = await feedback.page({ limit: 2, after: first.next })
    const third = await feedback.page({ limit: 2, after: second.next })
    expect([first, second, third].flatMap(({ entries }) => entries.map(({ id }) => id))).toEqual([5, 4, 3, 1, 2].map(eventId))
    expect(third.next).toBeUndefined()
    expect(first.entries[0]).toMatchObject({
      verdict: 'good', reason: 'real-need', rep: 'Rita Rep', campaigns: ['Spring'], source: 'Web', playbook: '1', assets: ['a1'], origin: 'here', look: 'first', secondLook: false,
    })
    expect(await feedback.count()).toBe(5)
    await expect(feedback.page({ limit: 2, after: 'x' })).rejects.toMatchObject({ kind: 'invalid' })
  })

  it('pages through one campaign or one source', async () => {
    const { ledger, feedback } = await boot(createMachine())
    const from = (n: number, campaigns: string[], source?: string) => verdict(n, { ref: lead(n), evidence: { ...verdict(n).evidence, campaigns, source } })
    await ledger.append([from(1, ['Fair', 'Spring']), from(2, ['Fair'], 'Web'), from(3, ['Fair 2'], 'Web'), from(4, ['Fair'], 'Web')], [])
    async function read(query: { campaign?: string; source?: string }): Promise<string[]> {
      const found: string[] = []
      for (let after: string | undefined, more = true; more; more = after !== undefined) {
        const page = await feedback.page({ ...query, after, limit: 2 })
        found.push(...page.entries.map(({ id }) => id))
        after = page.next
      }
      return found
    }
    expect(await read({ campaign: 'Fair' })).toEqual([4, 2, 1].map(eventId))
    expect(await read({ campaign: 'Spring' })).toEqual([eventId(1)])
    expect(await read({ source: 'Web' })).toEqual([4, 3, 2].map(eventId))
    expect(await read({ source: 'Mail' })).toEqual([])
  })

  it.each([
    ['latest stands', [verdict(1), verdict(2)], { 1: 'past', 2: 'first' }],
    ['a change hides what it replaces', [verdict(1), verdict(2, { supersedes: eventId(1) })], { 2: 'first' }],
    ['a change of a change hides both', [verdict(3, { supersedes: eventId(2) }), verdict(2, { supersedes: eventId(1) }), verdict(1)], { 3: 'first' }],
    ['a withdrawn verdict never counts', [verdict(1), withdrawal(2, verdict(1))], {}],
    ['a withdrawal may come first', [withdrawal(2, verdict(1)), verdict(1)], {}],
    ['a withdrawn change lets the earlier one stand', [verdict(1), verdict(2, { supersedes: eventId(1) }), withdrawal(3, verdict(2))], { 1: 'first' }],
    ['a second look is reported apart', [verdict(1), verdict(2, { secondLook: true }), verdict(3, { secondLook: true })], { 1: 'first', 2: 'past', 3: 'second' }],
    ['records do not mix', [verdict(1), verdict(2, { ref: lead(2) })], { 1: 'first', 2: 'first' }],
  ])('knows how verdicts count: %s', async (_rule, events, looks) => {
    const { ledger, feedback } = await boot(createMachine())
    for (const event of events) await ledger.append([event], [])
    const { entries } = await feedback.page({ limit: 10 })
    expect(Object.fromEntries(entries.map(({ id, look }) => [Number.parseInt(id.slice(-12), 16), look]))).toEqual(looks)
  })

  it('keeps the packed sheets equal to the rows, whatever happens', async () => {
    const { ledger, feedback } = await boot(createMachine())
    const day = 86_400_000
    const at = (n: number) => 1_700_000_000_000 + n * day
    const first = verdict(1, { at: at(1), evidence: { ...verdict(1).evidence, campaigns: ['Spring', 'Fair'] } })
    const second = verdict(2, { at: at(2), ref: lead(2), verdict: 'wrong', reason: 'competitor' })
    await ledger.append([first, second], [])
    await ledger.append([verdict(3, { at: at(3), supersedes: eventId(1), verdict: 'not_yet' })], [])
    await ledger.append([withdrawal(4, second)], [])
    expect(await packed(feedback)).toMatchObject([{ id: eventId(3), at: at(3), look: 'first', verdict: 'not_yet', source: 'Web', campaigns: ['Spring'] }])
    await ledger.remove([eventId(3)])
    expect(await packed(feedback)).toMatchObject([{ id: eventId(1), at: at(1), look: 'first', verdict: 'good', campaigns: ['Spring', 'Fair'], assets: ['a1'] }])
  })

  it.each([1, 2, 3, 4, 5])('keeps the packed sheets equal to the rows, at random (seed %i)', async (seed) => {
    const { ledger, feedback, team } = await boot(createMachine())
    const random = createRandom(seed)
    const known: VerdictEvent[] = []
    for (let n = 1; n <= 40; n += 1) {
      const earlier = known[random.upTo(known.length + 1)]
      const event = verdict(n, {
        at: 1_700_000_000_000 + random.upTo(3) * 86_400_000, ref: earlier?.ref ?? lead(random.upTo(5)), verdict: random.pick(['good', 'wrong']), supersedes: earlier?.id,
        secondLook: random.chance(0.3), evidence: { ...verdict(1).evidence, source: random.pick([undefined, 'Web']), campaigns: random.pick([[], ['A'], ['A', 'B'], ['A', 'A']]) },
      })
      const action = random.upTo(10)
      if (action < 5) await ledger.append([event], [])
      else if (action < 7) await team.merge(orgKey, pageOf([{ ref: event.ref, verdict: { eventId: event.id, at: event.at, verdict: event.verdict }, event }]), 1)
      else if (action < 9 && earlier) await ledger.append([withdrawal(n, earlier)], [])
      else if (earlier) await ledger.remove([earlier.id])
      if (action < 7) known.push(event)
    }
    const { entries } = await feedback.page({ limit: 100 })
    const listed = entries.map(({ id, at, ref, look, verdict: value, secondLook, reason, source, campaigns, assets, persona, industry, stage }) => (
      { id, at, ref, look, verdict: value, secondLook, reason, source, campaigns, assets, persona, industry, stage }
    ))
    expect(entries.length).toBeGreaterThan(3)
    expect(await packed(feedback)).toEqual(listed)
  })

  it('merges what the team judged by event id and knows its own', async () => {
    const { ledger, feedback, team } = await boot(createMachine())
    const [own, whole] = [verdict(1), verdict(2, { ref: lead(2), rep: { id: '9', name: 'Tom', verified: true } })]
    await ledger.append([own], [rowFor(own)])
    const page = pageOf([
      { ref: own.ref, recordName: 'Ada', verdict: { eventId: own.id, at: own.at, verdict: 'good' }, event: own },
      { ref: whole.ref, recordName: 'Bo', verdict: { eventId: whole.id, at: whole.at, verdict: 'good' }, event: whole },
      { ref: lead(3), verdict: { at: 3_000, verdict: 'wrong', reason: 'competitor', by: 'Uma' } },
    ])
    expect(await team.merge(orgKey, page, 1)).toEqual({ read: 3, added: 2 })
    expect(await team.merge(orgKey, page, 2)).toEqual({ read: 3, added: 0 })
    expect((await feedback.page({ limit: 10 })).entries.map(({ origin, rep }) => [origin, rep])).toEqual([['crm', 'Uma'], ['crm', 'Tom'], ['here', 'Rita Rep']])
    expect(await team.events()).toEqual([whole])
    expect(await ledger.all(['verdict'])).toEqual([own])
  })

  it('shows names of records only while they may be kept', async () => {
    const machine = createMachine()
    const { team, snapshots } = await boot(machine)
    await team.merge(orgKey, pageOf([{ ref: lead(3), recordName: 'Uwe', verdict: { at: 3_000, verdict: 'wrong' } }]), machine.clock.now())
    const key = recordKey(lead(3))
    const many = [key, ...Array.from({ length: 60 }, (_, n) => `other${n}`)]
    for (const keys of [[key], many]) expect([...await snapshots.names(keys)]).toEqual([[key, { name: 'Uwe', company: undefined }]])
    machine.clock.advance(8 * 86_400_000)
    for (const keys of [[key], many]) expect((await snapshots.names(keys)).size).toBe(0)
  })

  it('goes on reading where it stopped', async () => {
    const { team } = await boot(createMachine())
    expect(await team.cursor(orgKey)).toBeUndefined()
    await team.merge(orgKey, pageOf([], 'end', 'page2'), 1)
    expect(await team.cursor(orgKey)).toBe('page2')
    await team.merge(orgKey, pageOf([], 'end'), 1)
    expect(await team.cursor(orgKey)).toBe('end')
  })

  it('forgets what was read from one CRM and keeps what was given here', async () => {
    const { ledger, feedback, team } = await boot(createMachine())
    await ledger.append([verdict(1)], [])
    await team.merge(orgKey, pageOf([{ ref: lead(3), verdict: { at: 3_000, verdict: 'wrong' } }]), 1)
    await team.forget(orgKey)
    expect((await feedback.page({ limit: 10 })).entries.map(({ id }) => id)).toEqual([eventId(1)])
    expect(await team.cursor(orgKey)).toBeUndefined()
    expect(await packed(feedback)).toHaveLength(1)
  })
})
