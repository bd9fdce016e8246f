import { describe, expect, it } from 'vitest'
import type { TeamVerdicts } from '@/lib/domain/ports'
import { verdict } from '../events'
import { harness, host, leadRef } from '../sandbox-harness'

const sure = (h: ReturnType<typeof harness>) => ({ unsure: false, since: h.now() })

async function signedIn() {
  const h = harness()
  await h.signIn()
  return h
}
async function readAll(h: ReturnType<typeof harness>, cursor?: string) {
  const pages: TeamVerdicts[] = [await h.connector.teamVerdicts(host, cursor)]
  for (let next = pages[0]?.next; next !== undefined && pages.length < 20; next = pages.at(-1)?.next) pages.push(await h.connector.teamVerdicts(host, next))
  return { items: pages.flatMap((page) => page.items), cursor: pages.at(-1)?.cursor ?? '', pages: pages.length }
}

describe('the team’s verdicts', () => {
  it('come with the record’s name, also where somebody else wrote the row', async () => {
    const h = await signedIn()
    const { items } = await readAll(h)
    expect(items.length).toBe(h.org.rows('Lead_Feedback__c').length)
    expect(items.find(({ ref }) => ref.id === leadRef('marcus-bell').id)).toMatchObject({ recordName: 'Marcus Bell', verdict: { verdict: 'good', reason: 'real-need', by: 'Dana Okafor' }, event: undefined })
  })

  it('come page by page, each once, also when hundreds bear the same moment', async () => {
    const h = await signedIn()
    const spec = h.org.schema.findObject('Lead_Feedback__c')
    if (!spec) throw new Error('no feedback object')
    for (let index = 0; index < 450; index += 1) {
      h.org.writer(h.org.user('secondRep')).create(spec, { Feedback_Key__c: `key-${index}`, Lead__c: leadRef('noah-fischer').id, Verdict__c: 'good', Logged_At__c: new Date(h.now()).toISOString() })
    }
    const { items, pages } = await readAll(h)
    expect(pages).toBe(3)
    expect(new Set(items.map(({ verdict: read }) => read.eventId)).size).toBe(h.org.rows('Lead_Feedback__c').length)
    expect(items.length).toBe(h.org.rows('Lead_Feedback__c').length)
  })

  it('miss none that became visible late: the last minute is read again', async () => {
    const h = await signedIn()
    const { cursor } = await readAll(h)
    const late = verdict(leadRef('noah-fischer'), h)
    await h.connector.deliver(late, sure(h))
    const first = await readAll(h, cursor)
    const again = await readAll(h, first.cursor)
    expect(again.items.map(({ verdict: read }) => read.eventId)).toContain(late.event.id)
  })

  it('F48 are read whole where a newer release wrote more into their evidence', async () => {
    const h = await signedIn()
    const given = verdict(leadRef('noah-fischer'), h)
    await h.connector.deliver(given, sure(h))
    const row = h.org.rows('Lead_Feedback__c').find((one) => one['Feedback_Key__c'] === given.event.id)
    if (!row) throw new Error('not written')
    Object.assign(row, { Evidence__c: String(row['Evidence__c']).replace('"playbook":', '"depth":3,"playbook":') })
    const { items } = await readAll(h)
    expect(row['Evidence__c']).toContain('depth')
    expect(items.find(({ verdict: read }) => read.eventId === given.event.id)?.event).toMatchObject({ id: given.event.id, evidence: given.event.evidence })
  })

  it('are read from tasks beside the object, in one call', async () => {
    const h = await signedIn()
    h.org.set({ features: { leadFeedback: false } })
    const asTask = verdict(leadRef('noah-fischer'), h, { verdict: 'cant_tell' })
    await h.connector.deliver(asTask, sure(h))
    h.org.set({ features: { leadFeedback: true } })
    h.pass(2 * 3_600_000 - 1)
    await h.signIn()
    const asRow = verdict(leadRef('noah-fischer'), h)
    await h.connector.deliver(asRow, sure(h))
    const calls = h.sandbox.log.count({ path: '/services/data/v*/composite' })
    const page = await h.connector.teamVerdicts(host, undefined)
    expect(h.sandbox.log.count({ path: '/services/data/v*/composite' }) - calls).toBe(1)
    const events = page.items.flatMap(({ event }) => event ?? [])
    expect(events).toEqual(expect.arrayContaining([asTask.event, asRow.event]))
  })

  it('start over where the cursor is not ours', async () => {
    const h = await signedIn()
    expect((await h.connector.teamVerdicts(host, 'something else')).items.length).toBeGreaterThan(0)
  })

  it('leave out a verdict this version does not know', async () => {
    const h = await signedIn()
    const row = h.org.rows('Lead_Feedback__c')[0]
    h.org.store.put('Lead_Feedback__c', { ...row, Verdict__c: 'superb' })
    expect((await readAll(h)).items.length).toBe(h.org.rows('Lead_Feedback__c').length - 1)
  })
})
