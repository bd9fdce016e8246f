import * as z from 'zod/mini'
import type { HubConfig, HubspotApp, OidcProvider } from './deps'
import { role } from '@/lib/hub-client/contract'
import { optionalScopes, requiredScopes } from './hubspot/scopes'
import { parseOidc } from './sign-in/config'

const web = z.url({ protocol: /^https?$/ })
const variables = z.object({
  PORT: z.optional(z.string().check(z.regex(/^\d{1,5}$/))),
  HOST: z.optional(z.string()),
  DATABASE_URL: z.optional(z.string().check(z.regex(/^postgres(?:ql)?:\/\//))),
  LEADSIDE_DATA: z.optional(z.string()),
  LEADSIDE_URL: z.optional(web),
  LEADSIDE_LINKS_URL: z.optional(web),
  LEADSIDE_PROXY: z.optional(z.enum(['0', '1'])),
  /** Several, separated by commas, while one is replaced: the first seals. */
  LEADSIDE_KEY: z.optional(z.string().check(z.regex(/^[^,\s]{32,}(?:,[^,\s]{32,})*$/))),
  LEADSIDE_HUBSPOT_CLIENT_ID: z.optional(z.string().check(z.regex(/^[\w-]{8,100}$/))),
  LEADSIDE_HUBSPOT_CLIENT_SECRET: z.optional(z.string().check(z.regex(/^[\x21-\x7e]{8,200}$/))),
  LEADSIDE_OIDC_ISSUER: z.optional(web),
  LEADSIDE_OIDC_CLIENT_ID: z.optional(z.string()),
  LEADSIDE_OIDC_CLIENT_SECRET: z.optional(z.string()),
  LEADSIDE_OIDC_DOMAINS: z.optional(z.string().check(z.regex(/^[\w.-]+(?:,[\w.-]+)*$/))),
  LEADSIDE_OIDC_ROLE: z.optional(role),
  LEADSIDE_OIDC_GROUPS: z.optional(z.string()),
  LEADSIDE_OIDC_ROLES: z.optional(z.string()),
  LEADSIDE_OIDC_TRUST_EMAIL: z.optional(z.enum(['0', '1'])),
  LEADSIDE_HUBSPOT_SCOPES: z.optional(z.string().check(z.regex(/^[a-z0-9._-]+(?: [a-z0-9._-]+)*$/))),
})

/** All the hub reads from its environment. */
export const variableNames = Object.keys(variables.shape)

export interface StartConfig {
  port: number
  host: string
  databaseUrl: string | undefined
  /** Folder of the embedded database. */
  data: string
  proxied: boolean
  /** Addresses; absent until the port is known. */
  url: string | undefined
  linksUrl: string | undefined
  /** What seals others' secrets; the first of several seals. None: the embedded database's folder keeps one. */
  keys: readonly string[]
  hubspot: HubspotApp | undefined
  oidc: OidcProvider | undefined
}

/** @throws Error that names the variable */
export function parseConfig(env: Record<string, string | undefined>): StartConfig {
  const parsed = z.safeParse(variables, Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')))
  if (!parsed.success) throw new Error(`Not usable: ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}. docs/hub.md lists what the hub reads.`)
  const set = parsed.data
  return {
    port: Number(set.PORT ?? 4280), host: set.HOST ?? '127.0.0.1', databaseUrl: set.DATABASE_URL, data: set.LEADSIDE_DATA ?? './leadside-hub',
    proxied: set.LEADSIDE_PROXY === '1', url: set.LEADSIDE_URL && origin(set.LEADSIDE_URL), linksUrl: set.LEADSIDE_LINKS_URL && origin(set.LEADSIDE_LINKS_URL),
    keys: set.LEADSIDE_KEY?.split(',') ?? [], hubspot: hubspotApp(set), oidc: parseOidc(set),
  }
}

/** Both or none: half of it is a slip. */
function hubspotApp(set: z.infer<typeof variables>): HubspotApp | undefined {
  const [clientId, clientSecret] = [set.LEADSIDE_HUBSPOT_CLIENT_ID, set.LEADSIDE_HUBSPOT_CLIENT_SECRET]
  if (clientId === undefined && clientSecret === undefined) return undefined
  if (clientId === undefined || clientSecret === undefined) throw new Error('LEADSIDE_HUBSPOT_CLIENT_ID and LEADSIDE_HUBSPOT_CLIENT_SECRET belong together.')
  return { clientId, clientSecret, scopes: set.LEADSIDE_HUBSPOT_SCOPES?.split(' ') ?? requiredScopes, optionalScopes: set.LEADSIDE_HUBSPOT_SCOPES ? [] : optionalScopes }
}

export function toHubConfig({ url, linksUrl, proxied, hubspot, oidc }: StartConfig, listening: string): HubConfig {
  return { url: url ?? listening, linksUrl: linksUrl ?? url ?? listening, proxied, hubspot, oidc }
}

function origin(url: string): string {
  return new URL(url).origin
}
