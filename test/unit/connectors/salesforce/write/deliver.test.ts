import { describe, expect, it } from 'vitest'
import { parseMarker } from '@/lib/connectors/salesforce/marker'
import type { VerdictEvent } from '@/lib/domain/ledger'
import { send, verdict } from '../events'
import { accountRef, contactRef, harness, leadRef } from '../sandbox-harness'

const lead = leadRef('rachel-goldberg')
const sure = (h: ReturnType<typeof harness>) => ({ unsure: false, since: h.now() })
const tasks = (h: ReturnType<typeof harness>) => (h.org.written()['Task'] ?? []).filter((row) => parseMarker(String(row['Description'])))
const feedback = (h: ReturnType<typeof harness>) => h.org.written()['Lead_Feedback__c'] ?? []

async function signedIn(options: Parameters<typeof harness>[0] = {}) {
  const h = harness(options)
  await h.signIn()
  return h
}

describe('a verdict', () => {
  it('fills the fields an admin reports on', async () => {
    const h = await signedIn()
    const given = verdict(lead, h, { verdict: 'not_yet', reason: 'no-budget', until: '2026-10-16', note: 'Call in October', supersedes: '01995d3a-0000-7000-8000-000000000001' })
    await h.connector.deliver(given, sure(h))
    expect(feedback(h)).toHaveLength(1)
    expect(feedback(h)[0]).toMatchObject({
      Feedback_Key__c: given.event.id, Lead__c: lead.id, Contact__c: null, Verdict__c: 'not_yet', Reason__c: 'no-budget', Until__c: '2026-10-16', Note__c: 'Call in October',
      Logged_At__c: '2026-09-16T10:00:00.000+0000', Rep__c: h.org.user('rep').id, Rep_Name__c: 'Dana Okafor', Campaign__c: 'Autumn webinar', Source__c: 'Web',
      Supersedes__c: '01995d3a-0000-7000-8000-000000000001', Playbook_Version__c: '1',
    })
    expect(JSON.parse(String(feedback(h)[0]?.['Evidence__c']))).toMatchObject({ at: h.now(), evidence: { campaigns: ['Autumn webinar', 'Newsletter'] } })
  })

  it('leaves notes out where the team keeps no free text', async () => {
    const h = await signedIn({ settings: { log: { notes: false } } })
    await h.connector.deliver(verdict(lead, h, { note: 'Knows our CEO' }), sure(h))
    expect(JSON.stringify(feedback(h))).not.toContain('CEO')
  })

  it('lands on a person account’s contact', async () => {
    const h = await signedIn()
    await h.connector.deliver(verdict(accountRef('maja-horvat'), h), sure(h))
    expect(feedback(h)[0]).toMatchObject({ Lead__c: null, Contact__c: contactRef('maja-horvat').id })
  })

  it('follows a lead that was converted meanwhile to its contact', async () => {
    const h = await signedIn({ userKey: 'marketer' })
    const { contactId } = h.org.convertLead(lead.id)
    h.org.switches.failures.push({ object: 'Lead_Feedback__c', errorCode: 'CANNOT_UPDATE_CONVERTED_LEAD', message: 'cannot reference converted lead' })
    await h.connector.deliver(verdict(lead, h, { rep: { id: h.org.user('marketer').id, name: 'Ines Carvalho', verified: true } }), sure(h))
    expect(feedback(h)[0]).toMatchObject({ Lead__c: null, Contact__c: contactId })
  })

  it('cannot follow where this user may not see converted leads, and says so', async () => {
    const h = await signedIn()
    h.org.convertLead(lead.id)
    await expect(h.connector.deliver(verdict(lead, h), sure(h))).rejects.toMatchObject({ kind: 'converted' })
    expect(feedback(h)).toEqual([])
  })

  it('keeps as much evidence as the field holds', async () => {
    const h = await signedIn()
    const stories = Array.from({ length: 400 }, (_, index) => ({ key: `k${index}`, title: 'x'.repeat(200), count: 1, last: 1 }))
    const { evidence } = verdict(lead, h).event
    await h.connector.deliver(verdict(lead, h, { evidence: { ...evidence, stories } }), sure(h))
    expect(String(feedback(h)[0]?.['Evidence__c']).length).toBeLessThanOrEqual(32_768)
  })

  it.each(['Evidence__c', 'Note__c', 'Rep__c', 'Until__c'])('F23 is written without %s where this user may not write it', async (field) => {
    const h = await signedIn()
    h.org.set({ readOnlyFields: [`Lead_Feedback__c.${field}`] })
    await h.connector.deliver(verdict(lead, h, { note: 'n', until: '2026-10-16' }), sure(h))
    expect(feedback(h)[0]).toMatchObject({ Verdict__c: 'good', [field]: null })
  })

  it('becomes a task when the object goes away', async () => {
    const h = await signedIn()
    await h.connector.deliver(verdict(lead, h), sure(h))
    h.org.set({ features: { leadFeedback: false } })
    const given = verdict(lead, h, { verdict: 'wrong', reason: 'competitor' })
    await h.connector.deliver(given, sure(h))
    expect(tasks(h)).toHaveLength(1)
    expect(tasks(h)[0]).toMatchObject({ Subject: 'Leadside: Wrong', Status: 'Completed', Priority: 'Normal', WhoId: lead.id, ActivityDate: '2026-09-16' })
    expect((await h.connector.open(lead)).verdicts[0]).toMatchObject({ eventId: given.event.id, verdict: 'wrong' })
  })

  it('is refused with the field a validation rule names', async () => {
    const h = await signedIn()
    h.org.switches.failures.push({ object: 'Lead_Feedback__c', errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Pick a reason', fields: ['Reason__c'] })
    await expect(h.connector.deliver(verdict(lead, h), sure(h))).rejects.toMatchObject({ kind: 'invalid', detail: 'FIELD_CUSTOM_VALIDATION_EXCEPTION Reason__c', unsure: false })
  })

  it('may be tried again where a row was locked', async () => {
    const h = await signedIn()
    h.org.switches.failures.push({ object: 'Lead_Feedback__c', errorCode: 'UNABLE_TO_LOCK_ROW', message: 'unable to obtain exclusive access' })
    await expect(h.connector.deliver(verdict(lead, h), sure(h))).rejects.toMatchObject({ kind: 'unavailable' })
  })
})

describe('the status an admin chose', () => {
  const statusByVerdict = { good: 'Working - Contacted', not_yet: 'Nurturing', wrong: 'Closed - Converted' }
  const fresh = leadRef('noah-fischer')
  const statusOf = (h: ReturnType<typeof harness>) => h.org.rows('Lead').find((row) => row['Id'] === fresh.id)?.['Status']
  const judge = async (h: ReturnType<typeof harness>, value: VerdictEvent['verdict']) => h.connector.deliver(verdict(fresh, h, { verdict: value }), sure(h))

  it('is set with the verdict, without waking the lead assignment', async () => {
    const h = await signedIn({ settings: { statusByVerdict } })
    await judge(h, 'not_yet')
    expect(statusOf(h)).toBe('Nurturing')
    const sent = h.sandbox.log.find({ method: 'POST', path: '/services/data/v*/composite' }).at(-1)?.body
    expect(sent).toContain('"Sforce-Auto-Assign":"FALSE"')
  })

  it.each(['wrong', 'cant_tell'] as const)('is left alone for %s: converted or not chosen', async (value) => {
    const h = await signedIn({ settings: { statusByVerdict } })
    await judge(h, value)
    expect(statusOf(h)).toBe('Open - Not Contacted')
    expect(feedback(h)).toHaveLength(1)
  })

  it('is not there for contacts', async () => {
    const h = await signedIn({ settings: { statusByVerdict } })
    await h.connector.deliver(verdict(contactRef('jonas-weber'), h), sure(h))
    expect(feedback(h)).toHaveLength(1)
  })

  it('F28 fails alone: the verdict is written and the report says what is wrong', async () => {
    const h = await signedIn({ settings: { statusByVerdict } })
    h.org.set({ readOnlyFields: ['Lead.Status'] })
    await judge(h, 'good')
    expect(feedback(h)).toHaveLength(1)
    const report = await h.connector.report(fresh.org)
    expect(report.abilities).toContainEqual({ name: 'sf-lead-status', ok: false, need: 'Working - Contacted: INVALID_FIELD_FOR_INSERT_UPDATE Status', who: 'admin' })
    h.org.set({ readOnlyFields: [] })
    await judge(h, 'good')
    expect((await h.connector.report(fresh.org)).abilities.map((ability) => ability.name)).not.toContain('sf-lead-status')
  })

  it('F28 is tried again with the verdict where the row was locked, which doubles nothing', async () => {
    const h = await signedIn({ settings: { statusByVerdict } })
    h.org.switches.failures.push({ object: 'Lead', errorCode: 'UNABLE_TO_LOCK_ROW', message: 'unable to obtain exclusive access' })
    const given = verdict(fresh, h)
    await expect(h.connector.deliver(given, sure(h))).rejects.toMatchObject({ kind: 'unavailable' })
    await h.connector.deliver(given, { unsure: true, since: h.now() })
    expect(feedback(h)).toHaveLength(1)
    expect(statusOf(h)).toBe('Working - Contacted')
  })
})

describe('the status before', () => {
  const fresh = leadRef('noah-fischer')
  const statusByVerdict = { good: 'Working - Contacted', not_yet: 'Nurturing' }
  const statusOf = (h: ReturnType<typeof harness>) => h.org.rows('Lead').find((row) => row['Id'] === fresh.id)?.['Status']
  const setStatus = (h: ReturnType<typeof harness>, status: string) => h.org.store.put('Lead', { ...h.org.rows('Lead').find((row) => row['Id'] === fresh.id), Status: status })
  const given = (h: ReturnType<typeof harness>, value: VerdictEvent['verdict'], earlier?: string) => ({ ...verdict(fresh, h, { verdict: value, supersedes: earlier }), earlier })

  describe.each([['rows', true], ['tasks', false]] as const)('kept with %s', (_name, leadFeedback) => {
    async function judged() {
      const h = await signedIn({ settings: { statusByVerdict } })
      h.org.set({ features: { leadFeedback } })
      const first = given(h, 'good')
      await h.connector.deliver(first, sure(h))
      expect(statusOf(h)).toBe('Working - Contacted')
      return { h, first }
    }

    it('comes back with a change to a verdict that sets none, also after an unknown outcome', async () => {
      const { h, first } = await judged()
      const changed = given(h, 'cant_tell', first.event.id)
      await h.connector.deliver(changed, sure(h))
      expect(statusOf(h)).toBe('Open - Not Contacted')
      setStatus(h, 'Nurturing')
      await h.revived().deliver(changed, { unsure: true, since: h.now() })
      expect(statusOf(h)).toBe('Nurturing')
    })

    it('comes back over a chain of changes, details among them', async () => {
      const { h, first } = await judged()
      const detail = given(h, 'good', first.event.id)
      await h.connector.deliver(detail, sure(h))
      const later = given(h, 'not_yet', detail.event.id)
      await h.connector.deliver(later, sure(h))
      expect(statusOf(h)).toBe('Nurturing')
      await h.connector.deliver(given(h, 'wrong', later.event.id), sure(h))
      expect(statusOf(h)).toBe('Open - Not Contacted')
    })

    it('stays as a newer verdict set it where one arrives late', async () => {
      const { h, first } = await judged()
      const late = given(h, 'not_yet')
      await h.connector.deliver({ ...late, event: { ...late.event, at: first.event.at - 60_000 } }, sure(h))
      expect(statusOf(h)).toBe('Working - Contacted')
      expect([...feedback(h), ...tasks(h)]).toHaveLength(2)
    })

    it('stays away where somebody changed it since', async () => {
      const { h, first } = await judged()
      setStatus(h, 'Nurturing')
      await h.connector.deliver(given(h, 'cant_tell', first.event.id), sure(h))
      expect(statusOf(h)).toBe('Nurturing')
    })

    it('is what an attempt with a lost answer found, not what it left', async () => {
      const h = await signedIn({ settings: { statusByVerdict } })
      h.org.set({ features: { leadFeedback } })
      const first = given(h, 'good')
      h.org.switches.failures.push({ object: 'Lead', errorCode: 'UNABLE_TO_LOCK_ROW', message: 'unable to obtain exclusive access' })
      const failed = await h.connector.deliver(first, sure(h)).catch((error: unknown) => error)
      expect(failed).toMatchObject({ kind: 'unavailable' })
      await h.revived().deliver(first, { unsure: true, since: h.now() })
      expect(statusOf(h)).toBe('Working - Contacted')
      await h.connector.deliver(given(h, 'cant_tell', first.event.id), sure(h))
      expect(statusOf(h)).toBe('Open - Not Contacted')
    })
  })

  it('F29 a verdict kept as a task is looked for before it is written again where only its status failed', async () => {
    const h = await signedIn({ settings: { statusByVerdict } })
    h.org.set({ features: { leadFeedback: false } })
    h.org.switches.failures.push({ object: 'Lead', errorCode: 'UNABLE_TO_LOCK_ROW', message: 'unable to obtain exclusive access' })
    const first = given(h, 'good')
    await expect(h.connector.deliver(first, sure(h))).rejects.toMatchObject({ kind: 'unavailable', unsure: true })
    await h.connector.deliver(first, { unsure: true, since: h.now() })
    expect(tasks(h)).toHaveLength(1)
  })

  it('never comes back where it converts', async () => {
    const h = await signedIn({ settings: { statusByVerdict } })
    setStatus(h, 'Closed - Converted')
    const first = given(h, 'good')
    await h.connector.deliver(first, sure(h))
    await h.connector.deliver(given(h, 'cant_tell', first.event.id), sure(h))
    expect(statusOf(h)).toBe('Working - Contacted')
  })

  it('leaves the event itself as it was when the team reads it', async () => {
    const h = await signedIn({ settings: { statusByVerdict } })
    const first = given(h, 'good')
    await h.connector.deliver(first, sure(h))
    const { items } = await h.connector.teamVerdicts(fresh.org, undefined)
    expect(items.find(({ event }) => event?.id === first.event.id)?.event).toEqual(first.event)
  })
})

describe('who may choose statuses', () => {
  it.each([['marketer', true], ['rep', false]])('is told by the permissions of %s, asked for once a day', async (userKey, may) => {
    const h = await signedIn({ userKey })
    expect(await h.connector.mayAdminister(lead.org, false)).toBe(false)
    expect(h.sandbox.log.count({ path: '/services/data/v*/composite' })).toBe(0)
    expect([await h.connector.mayAdminister(lead.org, true), await h.connector.mayAdminister(lead.org, true), await h.revived().mayAdminister(lead.org, false)]).toEqual([may, may, may])
    expect(h.sandbox.log.count({ path: '/services/data/v*/composite' })).toBe(1)
    expect((await h.connector.report(lead.org)).admin).toBe(may)
  })

  it('nobody where it cannot be told', async () => {
    const h = await signedIn({ userKey: 'marketer' })
    h.org.set({ absentObjects: ['UserPermissionAccess'] })
    expect(await h.connector.mayAdminister(lead.org, true)).toBe(false)
    await h.vault.remove(h.orgKey)
    expect(await h.connector.mayAdminister(lead.org, true)).toBe(false)
  })
})

describe('a send', () => {
  it('is one completed task on the record', async () => {
    const h = await signedIn()
    const given = send(lead, h)
    await h.connector.deliver(given, sure(h))
    expect(tasks(h)).toHaveLength(1)
    expect(tasks(h)[0]).toMatchObject({ Subject: 'Sent: Price guide', Status: 'Completed', Priority: 'Normal', TaskSubtype: 'Email', WhoId: lead.id, ActivityDate: '2026-09-16' })
    expect(String(tasks(h)[0]?.['Description']).split('\n')).toEqual([given.event.link, 'leadside-asset:2:price-guide', `leadside:send-log:${given.event.id}`])
  })

  it('comes back as a mail sent, under the asset', async () => {
    const h = await signedIn()
    await h.connector.deliver(send(lead, h), sure(h))
    expect((await h.connector.open(lead)).touches[0]).toMatchObject({ kind: 'email-sent', title: 'Price guide', itemId: 'price-guide' })
  })

  it('in a meeting is no mail', async () => {
    const h = await signedIn()
    await h.connector.deliver(send(lead, h, { channel: 'meeting', link: undefined }), sure(h))
    expect(tasks(h)[0]).toMatchObject({ TaskSubtype: 'Task' })
    expect((await h.connector.open(lead)).touches[0]).toMatchObject({ kind: 'meeting', title: 'Price guide' })
  })

  it('is dated by the day in the user’s own time zone', async () => {
    const h = await signedIn()
    await h.connector.deliver(send(lead, h, { at: Date.parse('2026-09-16T22:30:00Z') }), sure(h))
    expect(tasks(h)[0]).toMatchObject({ ActivityDate: '2026-09-17' })
  })

  it('F29 is found again after the lead was converted in between', async () => {
    const h = await signedIn({ userKey: 'marketer' })
    const given = send(lead, h, { rep: { id: h.org.user('marketer').id, name: 'Ines Carvalho', verified: true } })
    h.sandbox.faults.add({ effect: { kind: 'reset-after' }, path: '/services/data/v*/composite', count: 1 })
    await expect(h.connector.deliver(given, sure(h))).rejects.toMatchObject({ kind: 'offline', unsure: true })
    h.org.convertLead(lead.id)
    await h.revived().deliver(given, { unsure: true, since: h.now() })
    expect(tasks(h)).toHaveLength(1)
  })

  it('F50 is logged after a refusal, once, when what refused it is gone', async () => {
    const h = await signedIn()
    const given = send(lead, h)
    h.org.switches.failures.push({ object: 'Task', errorCode: 'UNKNOWN_EXCEPTION', message: 'trigger failed', status: 500 })
    await expect(h.connector.deliver(given, sure(h))).rejects.toMatchObject({ kind: 'unavailable' })
    await h.connector.deliver(given, { unsure: true, since: h.now() })
    expect(tasks(h)).toHaveLength(1)
  })

  it('F41 is found again whatever the clock says meanwhile', async () => {
    const h = await signedIn()
    const given = send(lead, h)
    await h.connector.deliver(given, sure(h))
    h.pass(90 * 60_000)
    await h.revived().deliver(given, { unsure: true, since: h.now() + 365 * 86_400_000 })
    expect(tasks(h)).toHaveLength(1)
  })

  it('F23 names the field without which nothing could be found again', async () => {
    const h = await signedIn()
    h.org.set({ readOnlyFields: ['Task.Description'] })
    await expect(h.connector.deliver(send(lead, h), sure(h))).rejects.toMatchObject({ kind: 'forbidden', detail: 'Task.Description' })
    expect(tasks(h)).toEqual([])
  })
})

describe('a return', () => {
  it('is one planned task due that day', async () => {
    const h = await signedIn()
    const { event } = verdict(lead, h, { verdict: 'not_yet', until: '2026-10-16', note: 'After the budget round' })
    await h.connector.deliver({ task: 'return-task', event }, sure(h))
    expect(tasks(h)).toHaveLength(1)
    expect(tasks(h)[0]).toMatchObject({ Subject: 'Come back to this lead', Status: 'Not Started', ActivityDate: '2026-10-16', WhoId: lead.id })
    expect((await h.connector.open(lead)).touches.some((touch) => touch.title.startsWith('Come back'))).toBe(false)
  })

  it('moves to another day with the verdict, and is still one task', async () => {
    const h = await signedIn()
    const { event } = verdict(lead, h, { verdict: 'not_yet', until: '2026-10-16' })
    await h.connector.deliver({ task: 'return-task', event }, sure(h))
    const changed = { ...event, id: send(lead, h).event.id, supersedes: event.id, until: '2026-11-20', note: 'After the fair' }
    await h.connector.deliver({ task: 'return-task', event: changed }, sure(h))
    await h.revived().deliver({ task: 'return-task', event: changed }, { unsure: true, since: h.now() })
    expect(tasks(h)).toHaveLength(1)
    expect(tasks(h)[0]).toMatchObject({ ActivityDate: '2026-11-20', Description: `After the fair\nleadside:return-task:${changed.id}`, Status: 'Not Started' })
  })

  it('without a day writes nothing', async () => {
    const h = await signedIn()
    const { event } = verdict(lead, h, { verdict: 'not_yet', trigger: 'touch' })
    await h.connector.deliver({ task: 'return-task', event }, sure(h))
    expect(tasks(h)).toEqual([])
  })

  it('that is over is done, once, and nobody else’s', async () => {
    const h = await signedIn()
    const { event } = verdict(lead, h, { verdict: 'not_yet', until: '2026-10-16' })
    await h.connector.deliver({ task: 'return-task', event }, sure(h))
    await h.signIn('secondRep')
    const { id, name } = h.org.user('secondRep')
    await h.connector.deliver({ task: 'return-task', event: verdict(lead, h, { verdict: 'not_yet', until: '2026-10-20', rep: { id, name, verified: true } }).event }, sure(h))
    await h.signIn('rep')
    const over = { task: 'return-done' as const, event: verdict(lead, h, { supersedes: event.id }).event }
    h.sandbox.faults.add({ effect: { kind: 'reset-after' }, path: '/services/data/v*/composite', count: 1, skip: 1 })
    await h.connector.deliver(over, sure(h)).catch(() => undefined)
    await h.revived().deliver(over, { unsure: true, since: h.now() })
    expect(tasks(h).map((row) => [row['ActivityDate'], row['Status']])).toEqual([['2026-10-16', 'Completed'], ['2026-10-20', 'Not Started']])
  })

  it('that never stood costs no write', async () => {
    const h = await signedIn()
    await h.connector.deliver({ task: 'return-done', event: verdict(lead, h).event }, sure(h))
    expect(tasks(h)).toEqual([])
  })
})
