import { describe, expect, it } from 'vitest'
import type { Snapshot } from '@/lib/domain/snapshot'
import { seedId } from '../../../../sandbox/salesforce/ids.ts'
import { verdict } from '../events'
import { accountRef, contactRef, harness, host, leadRef } from '../sandbox-harness'

const composites = (h: ReturnType<typeof harness>) => h.sandbox.log.count({ path: '/services/data/v*/composite' })
const source = (read: Snapshot, name: string) => read.sources.find((report) => report.name === name)
const sure = (h: ReturnType<typeof harness>) => ({ unsure: false, since: h.now() })

async function signedIn(options: Parameters<typeof harness>[0] = {}) {
  const h = harness(options)
  await h.signIn()
  return h
}

describe('opening a lead', () => {
  it('reads who it is', async () => {
    const h = await signedIn()
    const { person, actingAs, readAt } = await h.connector.open(leadRef('rachel-goldberg'))
    expect(person).toMatchObject({
      name: 'Rachel Goldberg', title: 'Senior Director Planning', company: 'Avicenna Pharma', ownerName: 'Dana Okafor', status: 'Working - Contacted', industry: 'Healthcare',
      country: 'United States', source: 'Content', score: { value: 260, system: 'pardot' }, grade: 'A', optedOut: false,
    })
    expect(actingAs).toMatchObject({ id: h.org.user('rep').id, name: 'Dana Okafor', verified: true })
    expect(readAt).toBe(h.now())
  })

  it('knows who wants no mail', async () => {
    const h = await signedIn()
    expect((await h.connector.open(leadRef('sven-nordqvist'))).person.optedOut).toBe(true)
  })

  it('brings every kind of touch home, newest first', async () => {
    const h = await signedIn()
    const { touches } = await h.connector.open(leadRef('rachel-goldberg'))
    expect(new Set(touches.map((touch) => touch.kind))).toEqual(new Set(['download', 'page-view', 'email-sent', 'email-open', 'call', 'document']))
    expect(touches.map((touch) => touch.at)).toEqual(touches.map((touch) => touch.at).toSorted((a, b) => b - a))
  })

  it('reads in two calls, and asks for identity, version and descriptions once a day', async () => {
    const h = await signedIn()
    await h.connector.open(leadRef('rachel-goldberg'))
    const others = h.sandbox.log.entries.length - composites(h)
    await h.revived().open(leadRef('noah-fischer'))
    expect(composites(h)).toBe(4)
    expect(h.sandbox.log.entries.length - composites(h)).toBe(others)
    h.pass(25 * 3_600_000)
    await h.signIn()
    await h.connector.open(leadRef('noah-fischer'))
    expect(h.sandbox.log.entries.length - composites(h)).toBeGreaterThan(others)
  })

  it('leaves its own looks at a link out', async () => {
    const h = await signedIn()
    const internal = new Set(h.org.rows('ContentDistributionView').filter((row) => row['IsInternal'] === true).map((row) => row['DistributionId']))
    const distribution = h.org.rows('ContentDistribution').find((row) => internal.has(row['Id'] ?? '') && String(row['RelatedRecordId']).startsWith('00Q'))
    const outside = h.org.rows('ContentDistributionView').filter((row) => row['DistributionId'] === distribution?.['Id'] && row['IsInternal'] === false)
    const read = await h.connector.open({ ...leadRef('x'), id: String(distribution?.['RelatedRecordId']) })
    expect(read.touches.filter((touch) => touch.itemId === distribution?.['ContentDocumentId'])).toHaveLength(outside.length)
  })

  it('S38 reads a person whose name is full of quotes', async () => {
    const h = await signedIn()
    expect((await h.connector.open(leadRef('quote-in-name'))).person.name).toBe("Siobhán O'Brien")
  })

  it('does not tell a converted lead from one that is not shared, as Salesforce does not', async () => {
    const h = await signedIn()
    h.org.set({ unshared: [leadRef('rachel-goldberg').id] })
    await expect(h.connector.open(leadRef('rachel-goldberg'))).rejects.toMatchObject({ kind: 'not-found', detail: undefined })
    const { contactId } = h.org.convertLead(leadRef('noah-fischer').id)
    expect(contactId).toBeTruthy()
    await expect(h.connector.open(leadRef('noah-fischer'))).rejects.toMatchObject({ kind: 'not-found' })
  })

  it('S16 asks no host that is not Salesforce’s', async () => {
    const h = await signedIn()
    const org = 'quayside.my.salesforce.com.evil.example'
    await h.vault.set(`salesforce:${org}`, { accessToken: 't', userId: h.org.user('rep').id, apiOrigin: `https://${org}`, mode: 'oauth', scopes: [] })
    await expect(h.connector.open({ ...leadRef('rachel-goldberg'), org })).rejects.toMatchObject({ kind: 'untrusted' })
    expect(h.sandbox.log.entries).toEqual([])
  })
})

describe('a lead that became a contact', () => {
  it('is read with what moved to its contact, by those who may see it', async () => {
    const h = await signedIn({ userKey: 'marketer' })
    const before = await h.connector.open(leadRef('rachel-goldberg'))
    const { contactId } = h.org.convertLead(leadRef('rachel-goldberg').id)
    const after = await h.connector.open(leadRef('rachel-goldberg'))
    expect(after.person).toMatchObject({ converted: { contactId }, same: [leadRef('rachel-goldberg'), { kind: 'contact', id: contactId }] })
    expect(after.touches.length).toBe(before.touches.length)
  })

  it('shows on the contact what was judged on the lead', async () => {
    const h = await signedIn({ userKey: 'marketer' })
    const given = verdict(leadRef('noah-fischer'), h, { rep: { id: h.org.user('marketer').id, name: 'Ines Carvalho', verified: true } })
    await h.connector.deliver(given, sure(h))
    const { contactId } = h.org.convertLead(leadRef('noah-fischer').id)
    const read = await h.connector.open({ ...contactRef('x'), id: contactId })
    expect(read.verdicts.map((one) => one.eventId)).toEqual([given.event.id])
    expect(read.person.same).toContainEqual(leadRef('noah-fischer'))
  })
})

describe('opening a contact', () => {
  it('reads it with its account', async () => {
    const h = await signedIn()
    const { person } = await h.connector.open(contactRef('jonas-weber'))
    expect(person).toMatchObject({ name: 'Jonas Weber', company: 'Nordkette', industry: 'Retail', country: 'Germany', status: undefined })
  })

  it('reads a person account through its contact, in one more call once', async () => {
    const h = await signedIn()
    const read = await h.connector.open(accountRef('maja-horvat'))
    expect(read.person).toMatchObject({ ref: accountRef('maja-horvat'), name: 'Maja Horvat', same: [accountRef('maja-horvat'), contactRef('maja-horvat')] })
    expect(read.touches.length).toBeGreaterThan(0)
    expect(composites(h)).toBe(3)
    await h.connector.open(accountRef('maja-horvat'))
    expect(composites(h)).toBe(5)
  })

  it('finds nobody behind a company', async () => {
    const h = await signedIn()
    await expect(h.connector.open(accountRef('nordkette'))).rejects.toMatchObject({ kind: 'not-found' })
  })

  it('finds nobody behind an account where person accounts are off', async () => {
    const h = await signedIn()
    h.org.set({ features: { personAccounts: false } })
    await expect(h.connector.open(accountRef('nordkette'))).rejects.toMatchObject({ kind: 'not-found' })
  })
})

describe('what an org lacks costs only its own part', () => {
  it.each([
    ['Enhanced Email', { features: { enhancedEmail: false } }, 'sf-emails', 'EmailMessage'],
    ['content deliveries', { features: { contentDeliveries: false } }, 'sf-deliveries', 'ContentDistribution'],
    ['the marketing packages', { features: { pardot: false } }, 'sf-package', 'Account Engagement, Marketo Sales Insight'],
    ['campaigns', { absentObjects: ['CampaignMember'] }, 'sf-campaign-members', 'CampaignMember'],
    ['the field it filters by', { hiddenFields: ['Task.WhoId'] }, 'sf-tasks', 'Task.WhoId'],
  ])('%s', async (_name, switches, name, need) => {
    const h = await signedIn()
    h.org.set(switches)
    const read = await h.connector.open(leadRef('rachel-goldberg'))
    expect(source(read, name)).toMatchObject({ state: 'missing', need })
    expect(read.touches.length).toBeGreaterThan(0)
    const calls = composites(h)
    expect(source(await h.revived().open(leadRef('rachel-goldberg')), name)).toMatchObject({ state: 'missing' })
    expect(composites(h) - calls).toBeLessThanOrEqual(2)
  })

  it.each(['CampaignMember.FirstRespondedDate', 'Task.Description', 'EmailMessage.LastOpenedDate', 'Lead.Email', 'Lead.Industry'])(
    'F23 reads on without %s, and remembers that', async (field) => {
      const h = await signedIn()
      h.org.set({ hiddenFields: [field] })
      const read = await h.connector.open(leadRef('rachel-goldberg'))
      expect(read.sources.filter((report) => report.state === 'missing' || report.state === 'failed')).toEqual([])
      expect(composites(h)).toBeLessThanOrEqual(3)
      const calls = composites(h)
      await h.revived().open(leadRef('rachel-goldberg'))
      expect(composites(h) - calls).toBe(2)
    })

  it('reads mails by their ids where the relation cannot be asked inside a query', async () => {
    const h = await signedIn()
    const direct = await h.connector.open(leadRef('rachel-goldberg'))
    h.org.set({ noInnerSelect: ['EmailMessageRelation'] })
    const around = await h.connector.open(leadRef('rachel-goldberg'))
    expect(source(around, 'sf-emails')).toEqual(source(direct, 'sf-emails'))
    const calls = composites(h)
    await h.revived().open(leadRef('rachel-goldberg'))
    expect(composites(h) - calls).toBe(2)
  })

  it('reads a bare org, and says what cannot be seen there and who can change it', async () => {
    const h = await signedIn({ org: 'harbor' })
    const read = await h.connector.open({ crm: 'salesforce', org: h.org.plan.apiHost, kind: 'lead', id: seedId('00Q', 'harbor-noor') })
    expect(read.touches.map((touch) => touch.kind)).toEqual(expect.arrayContaining(['webinar-attended', 'call']))
    expect(read.sources.filter((report) => report.state === 'missing').map(({ name, who }) => [name, who])).toEqual([
      ['sf-emails', 'admin'], ['sf-deliveries', 'admin'], ['sf-package', 'vendor'],
    ])
  })

  it('F28 keeps what the first call brought when the second fails', async () => {
    const h = await signedIn()
    await h.connector.open(leadRef('noah-fischer'))
    h.sandbox.faults.add({ effect: { kind: 'unavailable' }, path: '/services/data/v*/composite', skip: 1 })
    const read = await h.connector.open(leadRef('rachel-goldberg'))
    expect(source(read, 'sf-campaign-members')).toMatchObject({ state: 'found' })
    expect(source(read, 'sf-deliveries')).toMatchObject({ state: 'failed', error: { kind: 'unavailable' } })
    expect(source(read, 'sf-verdicts')).toMatchObject({ state: 'failed', error: { kind: 'unavailable' } })
    expect(read.touches.some((touch) => touch.kind === 'document')).toBe(true)
  })

  it('S37 shows a source of broken rows as failed and the rest as it is', async () => {
    const h = await signedIn()
    const slots = (referenceId: string, records: unknown) => ({ referenceId, httpStatusCode: 200, body: { done: true, records }, httpHeaders: {} })
    const person = { Id: leadRef('noah-fischer').id, Name: 'Noah Fischer', LastName: 'Fischer' }
    const body = JSON.stringify({ compositeResponse: [
      slots('person', [person]), slots('members', [{ Id: 42 }]), slots('tasks', 'none'), slots('emails', []), slots('deliveries', []),
    ] })
    h.sandbox.faults.add({ effect: { kind: 'respond', status: 200, body, headers: { 'content-type': 'application/json' } }, path: '/services/data/v*/composite', count: 1 })
    const read = await h.connector.open(leadRef('noah-fischer'))
    expect(read.person.name).toBe('Noah Fischer')
    expect(source(read, 'sf-campaign-members')).toMatchObject({ state: 'failed', error: { kind: 'bad-reply' } })
    expect(source(read, 'sf-tasks')).toMatchObject({ state: 'failed', error: { kind: 'bad-reply' } })
    expect(source(read, 'sf-emails')).toMatchObject({ state: 'empty' })
  })

  it('follows next pages on its own host only', async () => {
    const h = await signedIn()
    const answer = (next: string) => JSON.stringify({ compositeResponse: ['person', 'members', 'tasks', 'emails', 'deliveries'].map((referenceId) => ({
      referenceId, httpStatusCode: 200, httpHeaders: {},
      body: { done: false, ...(referenceId === 'tasks' ? { nextRecordsUrl: next } : {}), records: referenceId === 'person' ? [{ Id: leadRef('noah-fischer').id }] : [] },
    })) })
    const respond = (next: string) => h.sandbox.faults.add({ effect: { kind: 'respond', status: 200, body: answer(next), headers: { 'content-type': 'application/json' } }, path: '/services/data/v*/composite', count: 1 })
    respond('https://evil.example/services/data/v67.0/query/1')
    await h.connector.open(leadRef('noah-fischer'))
    respond('/services/data/v67.0/query/01g5g0000000000000-2000')
    await h.connector.open(leadRef('noah-fischer'))
    const asked = h.sandbox.log.find({ host, path: '/services/data/v*/composite' }).map((entry) => entry.body).filter((body) => body.includes('nextRecords') || body.includes('01g5g0') || body.includes('evil'))
    expect(asked).toHaveLength(1)
    expect(asked[0]).toContain('/services/data/v67.0/query/01g5g0000000000000-2000')
  })
})
