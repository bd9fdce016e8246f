import { describe, expect, it } from 'vitest'
import { budgetFrom } from '@/lib/connectors/hubspot/budget'
import { staticTokens } from '../../../sandbox/hubspot/index.ts'
import { euOrg, harness, org } from './sandbox-harness'

async function reportOf(options: Parameters<typeof harness>[0] = {}) {
  const h = harness(options)
  await h.ready()
  return { h, report: await h.connector.report(options.portal ?? org) }
}

describe('a report', () => {
  it('names scopes, abilities and the budget of the day', async () => {
    const { report } = await reportOf()
    expect(report).toMatchObject({ state: 'connected', mode: 'token', actingAs: { name: 'Robin Hale', verified: false }, budget: { max: 1_000_000 } })
    expect(report.scopes).toContain('crm.objects.contacts.read')
    expect(report.abilities.filter(({ ok }) => !ok)).toEqual([])
  })

  it('F23 names what each ability lacks and who can provide it', async () => {
    const { report: { abilities } } = await reportOf({ portal: euOrg, token: staticTokens.euPrivateApp, setUp: false })
    expect(abilities).toEqual(expect.arrayContaining([
      { name: 'hs-read', ok: true },
      { name: 'hs-events', ok: false, need: 'Enterprise', who: 'vendor' },
      { name: 'hs-email-events', ok: false, need: 'content', who: 'admin' },
      { name: 'hs-set-up', ok: false, need: 'crm.schemas.contacts.write', who: 'admin' },
      { name: 'hs-verdict-fields', ok: false, need: 'leadside_*', who: 'admin' },
    ]))
  })

  it('says the same at every look, and sees what was bought since', async () => {
    const { h, report } = await reportOf({ portal: euOrg, token: staticTokens.euPrivateApp })
    expect((await h.connector.report(euOrg)).abilities).toEqual(report.abilities)
    h.hubspot.configure({ tiers: { [euOrg]: 'enterprise' } })
    expect((await h.connector.report(euOrg)).abilities).toContainEqual({ name: 'hs-events', ok: true })
  })

  it('says which property somebody took away', async () => {
    const { h } = await reportOf()
    h.portal.schema.remove('0-1', 'leadside_until')
    expect((await h.connector.report(org)).abilities).toContainEqual({ name: 'hs-verdict-fields', ok: false, need: 'leadside_until', who: 'admin' })
  })

  it('leaves unsaid what HubSpot does not describe', async () => {
    const h = harness()
    await h.ready()
    h.sandbox.faults.add({ effect: { kind: 'respond', status: 404, body: '{"message":"resource not found"}', headers: { 'content-type': 'application/json' } }, path: '/oauth/*' })
    expect(await h.connector.report(org)).toMatchObject({ state: 'connected', scopes: [] })
  })

  it('refuses a token of another portal', async () => {
    const h = harness()
    await h.signIn(staticTokens.privateApp, euOrg)
    expect(await h.connector.report(euOrg)).toMatchObject({ state: 'failed', error: { kind: 'wrong-org', detail: org }, abilities: [] })
  })

  it('says that nothing is connected', async () => {
    expect(await harness().connector.report(org)).toMatchObject({ state: 'failed', error: { kind: 'not-connected' } })
  })
})

describe('the budget', () => {
  const at = 5
  it.each<[string, Record<string, string>, unknown]>([
    ['is the day’s', { 'x-hubspot-ratelimit-daily': '625000', 'x-hubspot-ratelimit-daily-remaining': '624311', 'x-hubspot-ratelimit-max': '190', 'x-hubspot-ratelimit-remaining': '187' }, { used: 689, max: 625_000, at }],
    ['is that of ten seconds where there is no daily one', { 'x-hubspot-ratelimit-max': '110', 'x-hubspot-ratelimit-remaining': '100' }, { used: 10, max: 110, at, per: 'ten-seconds' }],
    ['is unknown after a search', {}, undefined],
    ['is unknown where the header is nonsense', { 'x-hubspot-ratelimit-max': 'many', 'x-hubspot-ratelimit-remaining': '-1' }, undefined],
  ])('%s', (_name, headers, expected) => {
    expect(budgetFrom(new Headers(headers), at)).toEqual(expected)
  })
})
