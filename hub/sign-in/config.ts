import { role, type Role } from '@/lib/hub-client/contract'
import type { OidcProvider } from '../deps'

export interface OidcVariables {
  LEADSIDE_OIDC_ISSUER?: string | undefined
  LEADSIDE_OIDC_CLIENT_ID?: string | undefined
  LEADSIDE_OIDC_CLIENT_SECRET?: string | undefined
  LEADSIDE_OIDC_DOMAINS?: string | undefined
  LEADSIDE_OIDC_ROLE?: Role | undefined
  LEADSIDE_OIDC_GROUPS?: string | undefined
  LEADSIDE_OIDC_ROLES?: string | undefined
  LEADSIDE_OIDC_TRUST_EMAIL?: '0' | '1' | undefined
}

/** @throws Error that names the variable */
export function parseOidc(set: OidcVariables): OidcProvider | undefined {
  const { LEADSIDE_OIDC_ISSUER: issuer, LEADSIDE_OIDC_CLIENT_ID: clientId } = set
  if (issuer === undefined && clientId === undefined) return undefined
  if (issuer === undefined || clientId === undefined) throw new Error('LEADSIDE_OIDC_ISSUER and LEADSIDE_OIDC_CLIENT_ID belong together.')
  if (!/^https:|^http:\/\/(?:localhost|127\.0\.0\.1)(?:[:/]|$)/.test(issuer)) throw new Error('LEADSIDE_OIDC_ISSUER has to be https: what comes from it decides who gets in.')
  return {
    issuer, clientId, clientSecret: set.LEADSIDE_OIDC_CLIENT_SECRET, domains: set.LEADSIDE_OIDC_DOMAINS?.toLowerCase().split(',') ?? [], role: set.LEADSIDE_OIDC_ROLE ?? 'rep',
    groupsClaim: set.LEADSIDE_OIDC_GROUPS ?? 'groups', roles: new Map(set.LEADSIDE_OIDC_ROLES?.split(',').map(toPair) ?? []), trustEmail: set.LEADSIDE_OIDC_TRUST_EMAIL === '1',
  }
}

function toPair(text: string): [group: string, role: Role] {
  const at = text.lastIndexOf('=')
  const named = role.options.find((one) => one === text.slice(at + 1))
  if (at < 1 || !named) throw new Error('LEADSIDE_OIDC_ROLES is written group=role,group=role with owner, marketer or rep.')
  return [text.slice(0, at), named]
}
