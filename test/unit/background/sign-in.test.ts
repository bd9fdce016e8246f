import { describe, expect, it, vi } from 'vitest'
import { createSignIn } from '@/entrypoints/background/parts/sign-in'
import { createSalesforceSignIn } from '@/lib/connectors/salesforce/oauth/sign-in'
import { staticTokens } from '../../sandbox/hubspot/index.ts'
import { harness, org } from '../connectors/hubspot/sandbox-harness'
import { harness as salesforce } from '../connectors/salesforce/sandbox-harness'

vi.mock('wxt/browser', () => ({ browser: { identity: {} } }))

function signIn() {
  const h = harness()
  const kept: string[] = []
  const made = createSignIn({
    adapters: { hubspotAdmin: h.admin, salesforceSignIn: createSalesforceSignIn(salesforce().deps) } as Parameters<typeof createSignIn>[0]['adapters'],
    vault: { ...h.vault, list: async () => [], set: async (key, token) => (kept.push(key), h.vault.set(key, token)) },
    session: { get: async () => undefined, set: async () => undefined, remove: async () => undefined, keys: async () => [] },
    policy: async () => ({ ignored: [] }),
    hosts: { set: async (key) => void kept.push(key) },
    owners: { get: async () => undefined, set: async (key) => void kept.push(key) },
  })
  return { made, kept }
}

describe('a HubSpot key', () => {
  it('that may not list the portal’s people makes no half connection', async () => {
    const { made, kept } = signIn()
    await expect(made.hubspotToken(staticTokens.readOnly, async () => undefined)).rejects.toMatchObject({ kind: 'forbidden', detail: 'crm.objects.owners.read' })
    expect(kept).toEqual([])
  })

  it('is kept with the portal’s people to choose from', async () => {
    const { made, kept } = signIn()
    const { org: found, owners } = await made.hubspotToken(staticTokens.privateApp, async () => undefined)
    expect([found, owners.length > 1, kept]).toEqual([org, true, [`hubspot:${org}`, `hubspot:${org}`]])
    expect((await made.hubspotOwners(org)).map(({ id }) => id)).toEqual(owners.map(({ id }) => id))
  })
})
