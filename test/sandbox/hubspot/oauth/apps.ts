/** An app somebody registered at HubSpot for the OAuth flow. */
export interface OauthApp {
  clientId: string
  clientSecret: string
  appId: number
  name: string
  /** HTTPS, or http on localhost. A trailing `*` stands for any path. */
  redirectUris: readonly string[]
  scopes: readonly string[]
}

/** The app a team's hub would own. */
export const hubApp: OauthApp = {
  clientId: '1ead51de-0000-4000-8000-000000000001',
  clientSecret: '1ead51de-0000-4000-8000-5ec2e75ec2e7',
  appId: 3_400_001,
  name: 'Leadside hub (sandbox)',
  redirectUris: ['https://hub.example/hubspot/callback', 'https://127.0.0.1/*', 'http://localhost/*', 'http://127.0.0.1/*'],
  scopes: [
    'oauth',
    'crm.objects.contacts.read',
    'crm.objects.contacts.write',
    'crm.objects.leads.read',
    'crm.objects.companies.read',
    'crm.objects.owners.read',
    'crm.schemas.contacts.read',
    'crm.schemas.contacts.write',
    'sales-email-read',
    'content',
    'forms',
    'files',
    'crm.objects.marketing_events.read',
    'crm.lists.read',
  ],
}

/** Whether an app may send its users back to this address. Ports of local addresses are free. */
export function allowsRedirect(app: OauthApp, redirectUri: string): boolean {
  if (!URL.canParse(redirectUri)) return false
  const url = new URL(redirectUri)
  const local = url.hostname === 'localhost' || url.hostname === '127.0.0.1'
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local)) return false
  const plain = `${url.protocol}//${url.hostname}${url.pathname}`
  return app.redirectUris.some((allowed) => (allowed.endsWith('*') ? plain.startsWith(allowed.slice(0, -1)) : plain === allowed))
}
