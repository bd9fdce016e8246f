import { describe, expect, it } from 'vitest'
import { markerOf } from '@/lib/connectors/hubspot/marker'
import type { VerdictEvent } from '@/lib/domain/ledger'
import { currentValue } from '../../../../sandbox/hubspot/model/record-store.ts'
import { staticTokens } from '../../../../sandbox/hubspot/index.ts'
import { sendEvent, verdictEvent } from '../events'
import { apiHost, contactRef, type Harness, harness, leadRef, org } from '../sandbox-harness'

async function ready(options: Parameters<typeof harness>[0] = {}): Promise<Harness> {
  const h = harness(options)
  await h.ready()
  return h
}
const first = (h: Harness) => ({ unsure: false, since: h.now() })
const giveTo = (h: Harness, event: VerdictEvent) => h.connector.deliver({ task: 'verdict', event }, first(h))
const property = (h: Harness, name: string, id = '70301') => {
  const record = h.portal.records.find('0-1', id)
  return record && currentValue(record, name)
}
const created = (h: Harness, type: 'notes' | 'emails' | 'tasks') => h.portal.journal.filter(({ action, objectType }) => action === 'create' && objectType === type)

describe('a verdict', () => {
  it('stands on the contact as properties, the whole event among them', async () => {
    const h = await ready()
    const event = verdictEvent()
    await giveTo(h, event)
    expect(Object.fromEntries(['verdict', 'reason', 'until', 'by', 'at', 'campaign'].map((name) => [name, property(h, `leadside_${name}`)]))).toEqual({
      verdict: 'not_yet', reason: 'no-budget-yet', until: '2026-10-16', by: 'Robin Hale', at: '2026-09-16T10:00:00Z', campaign: 'autumn; spring',
    })
    expect(JSON.parse(property(h, 'leadside_event') ?? '')).toEqual(event)
  })

  it('stands on the timeline as a note of the rep, in words and as text', async () => {
    const h = await ready()
    const event = verdictEvent()
    await giveTo(h, event)
    const [note] = created(h, 'notes')
    expect(note?.detail).toMatchObject({ hubspot_owner_id: '41629779' })
    expect(note?.detail['hs_note_body']).toBe(
      `<p>Not yet · No budget yet · 2026-10-16</p><p>Call &quot;in&quot; &lt;October&gt; &amp; ask</p><p>leadside:verdict:${event.id}:not_yet:no-budget-yet:2026-10-16</p>`)
    const [request] = h.sandbox.log.find({ host: apiHost, path: '/crm/objects/*/notes' })
    expect(JSON.parse(request?.body ?? '').associations).toEqual([{ to: { id: '70301' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 202 }] }])
  })

  it('clears what the one before said and this one does not', async () => {
    const h = await ready()
    await giveTo(h, verdictEvent())
    await giveTo(h, verdictEvent({ verdict: 'good', reason: undefined, until: undefined, note: undefined }))
    expect([property(h, 'leadside_verdict'), property(h, 'leadside_reason'), property(h, 'leadside_until')]).toEqual(['good', '', ''])
  })

  it('keeps its note out of HubSpot where free text is forbidden', async () => {
    const h = await ready({ settings: { log: { notes: false } } })
    await giveTo(h, verdictEvent({ note: 'canary' }))
    expect(JSON.stringify(h.portal.journal)).not.toContain('canary')
  })

  it('given on a lead page reaches the contact', async () => {
    const h = await ready()
    await giveTo(h, verdictEvent({ ref: leadRef('55402') }))
    expect(property(h, 'leadside_verdict')).toBe('not_yet')
  })

  it('sets the lead status where the team maps it, and never the lifecycle stage', async () => {
    const h = await ready({ settings: { statusByVerdict: { not_yet: 'BAD_TIMING', wrong: 'UNQUALIFIED' } } })
    const stage = property(h, 'lifecyclestage')
    await giveTo(h, verdictEvent())
    expect(property(h, 'hs_lead_status')).toBe('BAD_TIMING')
    await giveTo(h, verdictEvent({ verdict: 'good' }))
    expect(property(h, 'hs_lead_status')).toBe('BAD_TIMING')
    expect(property(h, 'lifecyclestage')).toBe(stage)
    expect(h.sandbox.log.entries.filter(({ body }) => body.includes('lifecyclestage'))).toEqual([])
  })

  it('costs only the status where the portal does not know it, and the connection says so', async () => {
    const h = await ready({ settings: { statusByVerdict: { not_yet: 'NO_SUCH_STATUS' } } })
    await giveTo(h, verdictEvent())
    expect(property(h, 'leadside_verdict')).toBe('not_yet')
    expect(created(h, 'notes')[0]?.detail['hs_note_body']).not.toContain('Fields refused')
    expect((await h.connector.report(org)).abilities).toContainEqual({ name: 'hs-lead-status', ok: false, need: 'NO_SUCH_STATUS', who: 'admin' })
  })

  it('stands in a note alone, and says so, where an admin’s rule about something else refuses the properties', async () => {
    const h = await ready()
    h.hubspot.configure({ requiredProperties: { contacts: ['message'] } })
    const event = verdictEvent()
    await giveTo(h, event)
    expect(property(h, 'leadside_verdict')).toBeUndefined()
    expect(created(h, 'notes')[0]?.detail['hs_note_body']).toContain('Fields refused: Property &quot;message&quot; is required')
    const { verdicts } = await h.connector.open(contactRef('70301'))
    expect(verdicts).toEqual([expect.objectContaining({ eventId: event.id, verdict: 'not_yet', reason: 'no-budget-yet', until: '2026-10-16' })])
  })

  it('waits for the set-up where it was not run, and leaves no note behind', async () => {
    const h = await ready({ setUp: false })
    await expect(giveTo(h, verdictEvent())).rejects.toMatchObject({ kind: 'not-set-up', detail: 'leadside_verdict' })
    expect(h.portal.journal).toEqual([])
  })

  it('F23 names the scope it takes to write', async () => {
    const h = await ready({ token: staticTokens.readOnly })
    await expect(giveTo(h, verdictEvent())).rejects.toMatchObject({ kind: 'forbidden', detail: 'crm.objects.contacts.write', unsure: false })
  })

  it('is written without an owner where the rep has left the portal', async () => {
    const h = await ready()
    await giveTo(h, verdictEvent({ rep: { id: '999', name: 'Gone', verified: false } }))
    expect(created(h, 'notes')).toHaveLength(1)
    expect(created(h, 'notes')[0]?.detail).not.toHaveProperty('hubspot_owner_id')
  })
})

describe('a verdict that arrives after a newer one', () => {
  const statusByVerdict = { not_yet: 'BAD_TIMING', wrong: 'UNQUALIFIED' }
  const minute = 60_000

  it('joins the history and the timeline, and leaves what stands', async () => {
    const h = await ready({ settings: { statusByVerdict } })
    const newer = verdictEvent({ verdict: 'wrong', reason: 'student', until: undefined, at: h.now() })
    const late = verdictEvent({ at: h.now() - minute })
    await giveTo(h, newer)
    await giveTo(h, late)
    expect(['leadside_verdict', 'leadside_reason', 'leadside_until', 'hs_lead_status'].map((name) => property(h, name))).toEqual(['wrong', 'student', '', 'UNQUALIFIED'])
    expect(created(h, 'notes')).toHaveLength(2)
    const { verdicts } = await h.connector.open(contactRef('70301'))
    expect(verdicts.map(({ eventId }) => eventId)).toEqual([newer.id, late.id])
    h.pass(2 * minute)
    const { items } = await h.connector.teamVerdicts(org, undefined)
    expect(items.flatMap(({ event }) => event?.id ?? [])).toEqual(expect.arrayContaining([newer.id, late.id]))
  })

  it('does not keep the status from coming back with a change to the one that stands', async () => {
    const h = await ready({ settings: { statusByVerdict } })
    const before = property(h, 'hs_lead_status')
    const newer = verdictEvent({ verdict: 'wrong', at: h.now() })
    await giveTo(h, newer)
    await giveTo(h, verdictEvent({ at: h.now() - minute }))
    h.pass(minute)
    await h.connector.deliver({ task: 'verdict', event: verdictEvent({ verdict: 'cant_tell', at: h.now(), supersedes: newer.id }), earlier: newer.id }, first(h))
    expect(property(h, 'hs_lead_status')).toBe(before)
  })

  it('stands where the newer one was given by a clock that is ahead', async () => {
    const h = await ready()
    await giveTo(h, verdictEvent({ verdict: 'wrong', at: h.now() + 60 * minute }))
    await giveTo(h, verdictEvent({ at: h.now() }))
    expect(property(h, 'leadside_verdict')).toBe('not_yet')
  })
})

describe('the lead status before', () => {
  const statusByVerdict = { not_yet: 'BAD_TIMING', good: 'OPEN_DEAL' }
  const setStatus = (h: Harness, status: string) => {
    const record = h.portal.records.find('0-1', '70301')
    if (record) h.portal.records.set(record, 'hs_lead_status', status, h.now(), { sourceType: 'CRM_UI' })
  }
  const judge = async (h: Harness, verdict: VerdictEvent['verdict'], earlier?: VerdictEvent) => {
    const event = verdictEvent({ verdict, supersedes: earlier?.id })
    await h.connector.deliver({ task: 'verdict', event, earlier: earlier?.id }, first(h))
    return event
  }

  it('comes back with a change to a verdict that sets none, over a chain of changes', async () => {
    const h = await ready({ settings: { statusByVerdict } })
    setStatus(h, 'IN_PROGRESS')
    const early = await judge(h, 'not_yet')
    const detailed = await judge(h, 'not_yet', early)
    const good = await judge(h, 'good', detailed)
    expect(property(h, 'hs_lead_status')).toBe('OPEN_DEAL')
    await judge(h, 'cant_tell', good)
    expect(property(h, 'hs_lead_status')).toBe('IN_PROGRESS')
  })

  it('may have been none', async () => {
    const h = await ready({ settings: { statusByVerdict } })
    setStatus(h, '')
    await judge(h, 'cant_tell', await judge(h, 'not_yet'))
    expect(property(h, 'hs_lead_status')).toBe('')
  })

  it('stays away where somebody changed it or judged since', async () => {
    const h = await ready({ settings: { statusByVerdict } })
    setStatus(h, 'IN_PROGRESS')
    const early = await judge(h, 'not_yet')
    setStatus(h, 'NEW')
    const changed = await judge(h, 'cant_tell', early)
    expect(property(h, 'hs_lead_status')).toBe('NEW')
    const again = await judge(h, 'good', changed)
    await judge(h, 'good')
    await judge(h, 'wrong', again)
    expect(property(h, 'hs_lead_status')).toBe('OPEN_DEAL')
  })

  it('is kept beside the event, which reads back as it was', async () => {
    const h = await ready({ settings: { statusByVerdict } })
    setStatus(h, 'IN_PROGRESS')
    const event = await judge(h, 'not_yet')
    expect(JSON.parse(property(h, 'leadside_event') ?? '')).toEqual({ ...event, status: { from: 'IN_PROGRESS', to: 'BAD_TIMING' } })
    h.pass(120_000)
    const { items } = await h.connector.teamVerdicts(org, undefined)
    expect(items.find((item) => item.event?.id === event.id)?.event).toEqual(event)
  })

  it('is not kept where the portal refused the new one', async () => {
    const h = await ready({ settings: { statusByVerdict: { not_yet: 'NO_SUCH_STATUS' } } })
    await judge(h, 'not_yet')
    expect(JSON.parse(property(h, 'leadside_event') ?? '')).not.toHaveProperty('status')
  })

  it('and statuses at all are for whoever holds the key to choose', async () => {
    const h = await ready()
    expect([await h.connector.mayAdminister(org, false), (await h.connector.report(org)).admin]).toEqual([true, true])
    await h.vault.remove(`hubspot:${org}`)
    expect(await h.connector.mayAdminister(org, true)).toBe(false)
  })
})

describe('a send', () => {
  const log = (h: Harness, event: ReturnType<typeof sendEvent>) => h.connector.deliver({ task: 'send-log', event }, first(h))

  it.each(['mailto', 'gmail', 'outlook'] as const)('by %s is logged as a sent mail between both people', async (channel) => {
    const h = await ready()
    const event = sendEvent({ channel })
    await log(h, event)
    const [mail] = created(h, 'emails')
    expect(mail?.detail).toMatchObject({ hs_email_direction: 'EMAIL', hs_email_status: 'SENT', hs_email_subject: 'Sent: Price guide', hubspot_owner_id: '41629779' })
    expect(mail?.detail['hs_email_text']).toBe(`Price guide\n${event.link}\n${markerOf('send-log', event.id)}`)
    const headers = JSON.parse(String(mail?.detail['hs_email_headers']))
    expect(headers).toMatchObject({ from: { email: 'robin.hale@quayside.example' }, to: [{ email: 'priya.raman@alderfinch.example', firstName: 'Priya' }] })
    const [request] = h.sandbox.log.find({ host: apiHost, path: '/crm/objects/*/emails', method: 'POST' })
    expect(JSON.parse(request?.body ?? '').associations[0].types).toEqual([{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 198 }])
  })

  it.each(['copy', 'meeting'] as const)('by %s is a note', async (channel) => {
    const h = await ready()
    const event = sendEvent({ channel, link: undefined })
    await log(h, event)
    expect(created(h, 'notes')[0]?.detail['hs_note_body']).toBe(`<p>Sent: Price guide</p><p>${markerOf('send-log', event.id)}</p>`)
    expect(created(h, 'emails')).toEqual([])
  })

  it('by HubSpot’s composer is logged by HubSpot', async () => {
    const h = await ready()
    await log(h, sendEvent({ channel: 'hubspot' }))
    expect(h.sandbox.log.count({ host: apiHost })).toBe(0)
  })
})

describe('a return', () => {
  it('is a task due that day, at nine in the portal’s time', async () => {
    const h = await ready()
    const event = verdictEvent({ until: '2026-10-16' })
    await h.connector.deliver({ task: 'return-task', event }, first(h))
    expect(created(h, 'tasks')[0]?.detail).toMatchObject({ hs_timestamp: '2026-10-16T13:00:00Z', hs_task_subject: 'Come back to this lead', hs_task_status: 'NOT_STARTED', hubspot_owner_id: '41629779' })
    const [request] = h.sandbox.log.find({ host: apiHost, path: '/crm/objects/*/tasks', method: 'POST' })
    expect(JSON.parse(request?.body ?? '').associations[0].types[0].associationTypeId).toBe(204)
  })

  it('moves to another day with the verdict, and is still one task', async () => {
    const h = await ready()
    const event = verdictEvent({ until: '2026-10-16' })
    await h.connector.deliver({ task: 'return-task', event }, first(h))
    const changed = verdictEvent({ until: '2026-11-20', supersedes: event.id })
    await h.connector.deliver({ task: 'return-task', event: changed }, first(h))
    expect(created(h, 'tasks')).toHaveLength(1)
    const task = h.portal.records.find('0-27', created(h, 'tasks')[0]?.id ?? '')
    expect(task && [currentValue(task, 'hs_timestamp'), currentValue(task, 'hs_task_body')]).toEqual(['2026-11-20T13:00:00Z', expect.stringContaining(markerOf('return-task', changed.id))])
  })

  it('leaves the task of somebody else alone', async () => {
    const h = await ready()
    const event = verdictEvent({ until: '2026-10-16', rep: { id: '41629780', name: 'Amara Osei', verified: false } })
    await h.connector.deliver({ task: 'return-task', event }, first(h))
    await h.connector.deliver({ task: 'return-task', event: verdictEvent({ until: '2026-11-20', supersedes: event.id }) }, first(h))
    expect(created(h, 'tasks')).toHaveLength(2)
  })

  it('that is over is completed, once, and nobody else’s', async () => {
    const h = await ready()
    const event = verdictEvent({ until: '2026-10-16' })
    await h.connector.deliver({ task: 'return-task', event }, first(h))
    await h.connector.deliver({ task: 'return-task', event: verdictEvent({ until: '2026-10-20', rep: { id: '41629780', name: 'Amara Osei', verified: false } }) }, first(h))
    const over = { task: 'return-done' as const, event: verdictEvent({ verdict: 'good', until: undefined, supersedes: event.id }) }
    h.sandbox.faults.add({ effect: { kind: 'reset-after' }, path: '/crm/objects/*/tasks/*', count: 1 })
    await h.connector.deliver(over, first(h)).catch(() => undefined)
    h.pass(31_000)
    await h.revived().deliver(over, { unsure: true, since: h.now() - 31_000 })
    const statuses = created(h, 'tasks').map(({ id }) => h.portal.records.find('0-27', id ?? '')).map((task) => task && currentValue(task, 'hs_task_status'))
    expect(statuses).toEqual(['COMPLETED', 'NOT_STARTED'])
  })

  it('without a day is none', async () => {
    const h = await ready()
    await expect(h.connector.deliver({ task: 'return-task', event: verdictEvent({ until: undefined }) }, first(h))).rejects.toMatchObject({ kind: 'invalid' })
  })
})

describe('after an unknown outcome', () => {
  it('F29 waits until HubSpot has settled, without a call', async () => {
    const h = await ready()
    const since = h.now()
    h.pass(29_999)
    await expect(h.connector.deliver({ task: 'verdict', event: verdictEvent() }, { unsure: true, since })).rejects.toMatchObject({ kind: 'timeout', retryAt: since + 30_000, unsure: true })
    expect(h.sandbox.log.count({ host: apiHost })).toBe(0)
  })

  it('F29 looks by association, never by search, and through hundreds of notes', async () => {
    const h = await ready()
    const event = verdictEvent()
    const since = h.now()
    await giveTo(h, event)
    for (let index = 0; index < 130; index += 1) {
      h.pass(1000)
      await giveTo(h, verdictEvent({ verdict: 'good' }))
    }
    const notes = created(h, 'notes').length
    h.pass(60_000)
    h.sandbox.log.clear()
    await h.connector.deliver({ task: 'verdict', event }, { unsure: true, since })
    expect(created(h, 'notes')).toHaveLength(notes)
    expect(h.paths()).toEqual([
      'GET /crm/objects/2026-09/contacts/70301/associations/notes', 'POST /crm/objects/2026-09/notes/batch/read', 'POST /crm/objects/2026-09/notes/batch/read',
    ])
    expect(property(h, 'leadside_verdict')).toBe('good')
  })

  it('F29 writes the note whose verdict had arrived alone', async () => {
    const h = await ready()
    const event = verdictEvent()
    const since = h.now()
    h.sandbox.faults.add({ effect: { kind: 'reset-after' }, host: apiHost, method: 'PATCH', count: 3 })
    await expect(giveTo(h, event)).rejects.toMatchObject({ kind: 'offline', unsure: true })
    expect([property(h, 'leadside_verdict'), created(h, 'notes').length]).toEqual(['not_yet', 0])
    h.pass(60_000)
    await h.connector.deliver({ task: 'verdict', event }, { unsure: true, since })
    expect(created(h, 'notes')).toHaveLength(1)
    expect(h.portal.records.find('0-1', '70301')?.history.get('leadside_event')).toHaveLength(1)
  })

  it('F19 gives a slow answer up after its time, as unsure', async () => {
    const h = harness()
    h.deps.fetch = async (input, init) => {
      if (init?.method === 'POST') throw new DOMException('time is up', 'TimeoutError')
      return h.sandbox.fetch(input, init)
    }
    await h.ready()
    await expect(h.revived().deliver({ task: 'verdict', event: verdictEvent() }, first(h))).rejects.toMatchObject({ kind: 'timeout', unsure: true })
  })
})
