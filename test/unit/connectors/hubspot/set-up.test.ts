import { describe, expect, it } from 'vitest'
import { leadsideProperties } from '@/lib/connectors/hubspot/leadside-properties'
import { staticTokens } from '../../../sandbox/hubspot/index.ts'
import { apiHost, harness, org } from './sandbox-harness'

async function ready(options: Parameters<typeof harness>[0] = {}) {
  const h = harness({ setUp: false, ...options })
  await h.ready()
  return h
}
const steps = ['leadside', ...leadsideProperties]

describe('setting HubSpot up', () => {
  it('makes the group and every property', async () => {
    const h = await ready()
    expect(await h.admin.setUpHubspot(org)).toEqual(steps.map((step) => ({ step, state: 'made' })))
    const made = h.portal.schema.properties('0-1').filter(({ groupName }) => groupName === 'leadside')
    expect(made.map(({ name, type, label }) => [name, type, label])).toEqual([
      ['leadside_verdict', 'enumeration', 'Label of leadside_verdict'], ['leadside_reason', 'string', 'Label of leadside_reason'], ['leadside_until', 'date', 'Label of leadside_until'],
      ['leadside_by', 'string', 'Label of leadside_by'], ['leadside_at', 'datetime', 'Label of leadside_at'], ['leadside_campaign', 'string', 'Label of leadside_campaign'],
      ['leadside_event', 'string', 'Label of leadside_event'],
    ])
    expect(made[0]?.options.map(({ value, label }) => [value, label])).toEqual([['good', 'Good'], ['not_yet', 'Not yet'], ['wrong', 'Wrong'], ['cant_tell', "Can't tell"]])
  })

  it('run again writes nothing', async () => {
    const h = await ready()
    await h.admin.setUpHubspot(org)
    h.sandbox.log.clear()
    expect(await h.admin.setUpHubspot(org)).toEqual(steps.map((step) => ({ step, state: 'present' })))
    expect(h.sandbox.log.count({ host: apiHost, method: 'POST' })).toBe(0)
  })

  it('completes what was begun', async () => {
    const h = await ready()
    await h.admin.setUpHubspot(org)
    h.portal.schema.remove('0-1', 'leadside_event')
    const states = (await h.admin.setUpHubspot(org)).map(({ state }) => state)
    expect(states).toEqual([...Array<string>(7).fill('present'), 'made'])
  })

  it('takes what somebody else made in between as present', async () => {
    const h = await ready()
    await h.admin.setUpHubspot(org)
    h.sandbox.faults.add({ effect: { kind: 'respond', status: 404, body: '{"status":"error","message":"not there yet"}', headers: { 'content-type': 'application/json' } }, path: '/crm/properties/*', method: 'GET' })
    expect(await h.admin.setUpHubspot(org)).toEqual(steps.map((step) => ({ step, state: 'present' })))
  })

  it('F23 F28 reports each step that failed, with the scope it takes', async () => {
    const h = await ready({ token: staticTokens.serviceKey })
    expect(await h.admin.setUpHubspot(org)).toEqual(steps.map((step) => ({ step, state: 'failed', error: { kind: 'forbidden', detail: 'crm.schemas.contacts.write', retryAt: undefined } })))
  })

  it('F28 leaves the steps that work alone', async () => {
    const h = await ready()
    h.sandbox.faults.add({ effect: { kind: 'server-error' }, path: '/crm/properties/*/contacts', method: 'POST', skip: 2, count: 1 })
    const states = (await h.admin.setUpHubspot(org)).map(({ state }) => state)
    expect(states).toEqual(['made', 'made', 'made', 'failed', 'made', 'made', 'made', 'made'])
  })
})
