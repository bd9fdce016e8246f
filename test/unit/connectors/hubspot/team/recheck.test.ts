import { describe, expect, it } from 'vitest'
import { apiHost, contactRef, type Harness, harness, leadRef, org } from '../sandbox-harness'

async function ready(): Promise<Harness> {
  const h = harness()
  await h.ready()
  return h
}
const set = (h: Harness, id: string, name: string, value: string) => {
  const record = h.portal.records.find('0-1', id)
  if (!record) throw new Error(`no contact ${id}`)
  h.portal.records.set(record, name, value, h.now(), { sourceType: 'ANALYTICS' })
}

describe('a recheck', () => {
  it('is one batched call for many', async () => {
    const h = await ready()
    await h.connector.recheck(org, [contactRef('70301')], h.now())
    h.sandbox.log.clear()
    await h.connector.recheck(org, ['70301', '70302', '70303', '70304'].map((id) => contactRef(id)), h.now())
    expect(h.paths()).toEqual(['POST /crm/objects/2026-09/contacts/batch/read'])
  })

  it.each([
    ['a visit', 'hs_analytics_last_timestamp', 1, 0],
    ['an answer to the rep', 'hs_sales_email_last_replied', 1, 0],
    ['no opening, which machines do too', 'hs_email_last_open_date', 0, 0],
    ['no click, which gateways do too', 'hs_email_last_click_date', 0, 0],
  ])('counts %s', async (_name, property, newTouches, campaignResponses) => {
    const h = await ready()
    const since = h.now()
    h.pass(60_000)
    set(h, '70301', property, new Date(h.now()).toISOString())
    expect(await h.connector.recheck(org, [contactRef('70301')], since)).toEqual([{ ref: contactRef('70301'), newTouches, campaignResponses, score: 86 }])
  })

  it('counts a filled form as a response and as a touch, once', async () => {
    const h = await ready()
    const since = h.now()
    h.pass(60_000)
    set(h, '70301', 'hs_calculated_form_submissions', `6f1d2c3a-0a2b-4c5d-8e6f-7a8b9c0d1e2f::${h.now()}`)
    set(h, '70301', 'recent_conversion_event_name', 'Guide: Download')
    set(h, '70301', 'recent_conversion_date', new Date(h.now()).toISOString())
    expect(await h.connector.recheck(org, [contactRef('70301')], since)).toMatchObject([{ newTouches: 1, campaignResponses: 1 }])
  })

  it('finds the contact of a lead, keeps the order asked for, and leaves out who is gone', async () => {
    const h = await ready()
    const refs = [contactRef('70302'), contactRef('999999'), leadRef('55402')]
    expect((await h.connector.recheck(org, refs, h.now())).map(({ ref }) => ref)).toEqual([contactRef('70302'), leadRef('55402')])
  })

  it('asks for a hundred at a time', async () => {
    const h = await ready()
    const refs = Array.from({ length: 230 }, () => contactRef(h.portal.records.create('0-1', h.now()).id))
    expect(await h.connector.recheck(org, refs, h.now())).toHaveLength(230)
    expect(h.sandbox.log.count({ host: apiHost, path: '/crm/objects/*/contacts/batch/read' })).toBe(3)
  })

  it('of nobody is no call', async () => {
    const h = await ready()
    expect(await h.connector.recheck(org, [], h.now())).toEqual([])
    expect(h.sandbox.log.count({ host: apiHost })).toBe(0)
  })
})
