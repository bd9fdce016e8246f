import { describe, expect, it } from 'vitest'
import { staticTokens } from '../../../sandbox/hubspot/index.ts'
import { apiHost, contactRef, harness } from './sandbox-harness'

describe('the lead score', () => {
  it('is the portal’s own, looked up once a day', async () => {
    const h = harness()
    await h.ready()
    expect((await h.connector.open(contactRef('70301'))).person.score).toEqual({ value: 86, system: 'hubspot' })
    await h.revived().open(contactRef('70302'))
    expect(h.sandbox.log.count({ host: apiHost, path: '/crm/properties/2026-09/contacts' })).toBe(1)
  })

  it.each([
    ['by its field type', { name: 'engagement_points', label: 'Points', type: 'number', fieldType: 'calculation_score' }, 'engagement_points'],
    ['by its name, where HubSpot keeps it', { name: 'x_score', label: 'Fit', type: 'number', fieldType: 'number', calculated: true }, 'x_score'],
    ['never the dead one', { name: 'hubspotscore', label: 'HubSpot Score', type: 'number', fieldType: 'calculation_score' }, 'hs_predictivecontactscore_v2'],
    ['never what people type', { name: 'credit_score', label: 'Credit score', type: 'number', fieldType: 'number' }, 'hs_predictivecontactscore_v2'],
    ['never a word with score in it', { name: 'underscored', label: 'Scoreboard', type: 'number', fieldType: 'number', calculated: true }, 'hs_predictivecontactscore_v2'],
  ])('is found %s', async (_name, definition, expected) => {
    const h = harness()
    await h.ready()
    h.sandbox.faults.add({
      effect: { kind: 'respond', status: 200, body: JSON.stringify({ results: [definition] }), headers: { 'content-type': 'application/json' } }, path: '/crm/properties/2026-09/contacts', method: 'GET',
    })
    await h.connector.open(contactRef('70301'))
    const [read] = h.sandbox.log.find({ host: apiHost, path: '/crm/objects/2026-09/contacts/70301' })
    expect(new URLSearchParams(read?.search).get('properties')?.split(',')).toContain(expected)
  })

  it('F26 is never worth the record', async () => {
    const h = harness({ token: staticTokens.privateApp })
    await h.ready()
    h.sandbox.faults.add({ effect: { kind: 'server-error' }, path: '/crm/properties/*' })
    expect((await h.connector.open(contactRef('70301'))).person).toMatchObject({ name: 'Priya Raman', score: undefined })
    h.sandbox.faults.clear()
    expect((await h.connector.open(contactRef('70301'))).person.score?.value).toBe(86)
  })
})
