import { expect, it } from 'vitest'
import { permittedVault } from '@/lib/domain/permitted-vault'
import type { Policy } from '@/lib/domain/settings'
import type { StoredToken } from '@/lib/domain/token-vault'

const salesforce = 'salesforce:acme.my.salesforce.com'
const hubspot = 'hubspot:24680135'

function vaultOf(mode: StoredToken['mode'] | undefined, policy: Partial<Policy>) {
  const token: StoredToken | undefined = mode && { accessToken: 't', userId: '005', apiOrigin: 'https://x.example', mode, scopes: [] }
  return permittedVault({ get: async () => token, set: async () => undefined, remove: async () => undefined }, async () => ({ ignored: [], ...policy }))
}

it.each<[string, string, StoredToken['mode'], Partial<Policy>]>([
  ['another org', salesforce, 'oauth', { allowedOrgs: ['other.my.salesforce.com'] }],
  ['any org', salesforce, 'oauth', { allowedOrgs: [] }],
  ['another portal', hubspot, 'token', { allowedOrgs: ['acme.my.salesforce.com'] }],
  ['the browser session', salesforce, 'session', { allowBrowserSession: false }],
  ['a key', hubspot, 'token', { allowStaticToken: false }],
])('S59 hands out no sign-in to %s once the policy forbids it', async (_, org, mode, policy) => {
  await expect(vaultOf(mode, policy).get(org)).rejects.toMatchObject({ kind: 'policy', detail: org.split(':')[1] })
})

it.each<[string, StoredToken['mode'], Partial<Policy>]>([
  [salesforce, 'oauth', {}],
  [salesforce, 'oauth', { allowedOrgs: ['acme.my.salesforce.com'], allowBrowserSession: false, allowStaticToken: false }],
  [hubspot, 'token', { allowedOrgs: ['24680135'], allowStaticToken: true }],
])('hands out what it may: %s by %s', async (org, mode, policy) => {
  expect(await vaultOf(mode, policy).get(org)).toMatchObject({ accessToken: 't' })
})

it('has nothing to forbid where nobody signed in', async () => {
  expect(await vaultOf(undefined, { allowedOrgs: [] }).get(salesforce)).toBeUndefined()
})
