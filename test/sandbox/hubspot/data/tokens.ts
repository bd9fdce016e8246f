import type { Token } from '../api/tokens.ts'
import { euPortalId, naPortalId } from './portals.ts'

const everything = [
  'oauth',
  'crm.objects.contacts.read',
  'crm.objects.contacts.write',
  'crm.objects.companies.read',
  'crm.objects.companies.write',
  'crm.objects.deals.read',
  'crm.objects.deals.write',
  'crm.objects.leads.read',
  'crm.objects.leads.write',
  'crm.objects.owners.read',
  'crm.schemas.contacts.read',
  'crm.schemas.contacts.write',
  'crm.schemas.leads.read',
  'crm.schemas.leads.write',
  'crm.lists.read',
  'crm.objects.marketing_events.read',
  'sales-email-read',
  'content',
  'forms',
  'files',
  'marketing.email.read',
  'marketing.campaigns.read',
]
const starter = [
  'crm.objects.contacts.read',
  'crm.objects.contacts.write',
  'crm.objects.companies.read',
  'crm.objects.deals.read',
  'crm.objects.owners.read',
  'crm.schemas.contacts.read',
]

/** The static tokens of the sandbox. Zeros all over: they are good for nothing anywhere else. */
export const staticTokens = {
  /** na1, every scope the product can use. */
  privateApp: 'pat-na1-00000000-0000-4000-8000-000000000001',
  /** na1, reads contacts and nothing else. */
  readOnly: 'pat-na1-00000000-0000-4000-8000-000000000002',
  /** na1, a service key with what a rep needs, without marketing mail events and without the right to create properties. */
  serviceKey: 'sk-na1-00000000-0000-4000-8000-000000000003',
  /** eu1 (Starter): no events, leads, forms, mail events or sales mail. */
  euPrivateApp: 'pat-eu1-00000000-0000-4000-8000-000000000004',
} as const

export function createTokens(): Map<string, Token> {
  const app = { portalId: naPortalId, userId: 5_550_123 }
  const tokens: Token[] = [
    { ...app, value: staticTokens.privateApp, appId: 2_011_410, appName: 'Leadside', scopes: everything, kind: 'private-app' },
    { ...app, value: staticTokens.readOnly, appId: 2_011_411, appName: 'Read only', scopes: ['crm.objects.contacts.read'], kind: 'private-app' },
    {
      ...app,
      value: staticTokens.serviceKey,
      appId: 2_011_412,
      appName: 'Leadside key',
      kind: 'service-key',
      scopes: everything.filter((scope) => !['content', 'crm.schemas.contacts.write', 'oauth'].includes(scope)),
    },
    {
      value: staticTokens.euPrivateApp,
      portalId: euPortalId,
      userId: 6_660_321,
      appId: 2_055_900,
      appName: 'Leadside',
      scopes: starter,
      kind: 'private-app',
    },
  ]
  return new Map(tokens.map((token) => [token.value, token]))
}
