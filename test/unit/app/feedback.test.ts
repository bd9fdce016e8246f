import { describe, expect, it } from 'vitest'
import { createFeedbackReview } from '@/lib/app/feedback'
import type { TeamVerdicts } from '@/lib/domain/ports'
import { mergeReason } from '@/lib/domain/reasons'
import { createTestApp, lead, portal } from '../../fakes/app'

const item = (n: number, more: Partial<TeamVerdicts['items'][number]['verdict']> = {}): TeamVerdicts['items'][number] =>
  ({ ref: lead(n), recordName: `Lead ${n}`, verdict: { eventId: `e${n}`, at: n * 1_000, verdict: 'good', by: 'Ann', ...more } })

async function review() {
  const app = await createTestApp()
  const feedback = createFeedbackReview(app.deps)
  const all = async () => (await feedback.page({ limit: 1_000 })).rows
  return { ...app, feedback, all }
}

describe('feedback', () => {
  it('lists every verdict newest first, with name and address of its record', async () => {
    const { feedback, opened, verdicts, newId, clock } = await review()
    for (const n of [1, 2, 3]) {
      await opened(lead(n), { person: { name: `Person ${n}` } })
      await verdicts.give({ ref: lead(n), eventId: newId(), verdict: 'good' })
      clock.advance(60_000)
    }
    const first = await feedback.page({ limit: 2 })
    const rest = await feedback.page({ limit: 2, after: first.next })
    expect([...first.rows, ...rest.rows].map(({ recordName }) => recordName)).toEqual(['Person 3', 'Person 2', 'Person 1'])
    expect(first.rows[0]).toMatchObject({ company: 'Brightwater Foods', url: `https://quayside.my.salesforce.com/${lead(3).id}`, origin: 'here', sample: false })
    expect(rest.next).toBeUndefined()
  })

  it('counts what was said with a merged reason under the one it was merged into', async () => {
    const { deps, opened, verdicts, newId, all } = await review()
    await opened()
    const given = await verdicts.give({ ref: lead(1), eventId: newId(), verdict: 'wrong' })
    await verdicts.detail({ ref: lead(1), eventId: newId(), verdictId: given.event.id, detail: { reason: 'too-small' } })
    await deps.playbooks.put({ ...deps.defaultPlaybook, version: '2', reasons: mergeReason(deps.defaultPlaybook.reasons, 'wrong', 'too-small', 'wrong-role') }, 1)
    expect((await all()).map(({ reason }) => reason)).toEqual(['wrong-role'])
    expect((await deps.ledger.all(['verdict'])).map((event) => event.type === 'verdict' && event.reason)).toContain('too-small')
  })

  it('uses the page host the CRM was last seen on', async () => {
    const { opened, verdicts, newId, all, connected } = await review()
    const ref = { crm: 'hubspot', org: portal, kind: 'contact', id: '501' } as const
    connected.push({ crm: 'hubspot', org: portal })
    await opened(ref)
    await verdicts.give({ ref, eventId: newId(), verdict: 'good' })
    expect((await all())[0]?.url).toBe('https://app-eu1.hubspot.com/contacts/4711/record/0-1/501')
  })
})

describe('reading the team\'s verdicts', () => {
  it('reads page by page and goes on from there the next time', async () => {
    const { feedback, crms, all } = await review()
    crms.salesforce.pages.push({ items: [item(1), item(2)], next: 'p2', cursor: 'p2' }, { items: [item(3)], cursor: 'end' })
    expect(await feedback.readTeam()).toEqual({ read: 3, added: 3, errors: [] })
    crms.salesforce.pages.push({ items: [item(3)], cursor: 'end2' })
    expect(await feedback.readTeam()).toEqual({ read: 1, added: 0, errors: [] })
    expect(crms.salesforce.cursors).toEqual([undefined, 'p2', 'end'])
    expect((await all()).map(({ recordName, rep, origin }) => [recordName, rep, origin])).toEqual([['Lead 3', 'Ann', 'crm'], ['Lead 2', 'Ann', 'crm'], ['Lead 1', 'Ann', 'crm']])
  })

  it('knows its own verdicts again by their event id', async () => {
    const { feedback, opened, verdicts, newId, crms, all } = await review()
    await opened(lead(1))
    const { event } = await verdicts.give({ ref: lead(1), eventId: newId(), verdict: 'good' })
    crms.salesforce.pages.push({ items: [{ ...item(1, { eventId: event.id }), event }], cursor: 'c' })
    expect((await feedback.readTeam()).added).toBe(0)
    expect(await all()).toMatchObject([{ id: event.id, origin: 'here' }])
  })

  it('a CRM that fails costs only its own part, and loses no page already read', async () => {
    const { feedback, crms, connected, all } = await review()
    connected.unshift({ crm: 'hubspot', org: portal })
    crms.hubspot.fail('signed-out')
    crms.salesforce.pages.push({ items: [item(1)], cursor: 'c' })
    expect(await feedback.readTeam()).toEqual({ read: 1, added: 1, errors: [{ org: portal, error: { kind: 'signed-out', detail: undefined, retryAt: undefined } }] })
    expect(await all()).toHaveLength(1)
  })
})
