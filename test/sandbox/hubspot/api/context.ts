import type { Context } from 'hono'
import { objectScopesMissing, scopesMissing, unknownObjectType } from '../errors.ts'
import { findObjectType, type ObjectType } from '../model/object-types.ts'
import type { Portal } from '../model/portal.ts'
import type { Source } from '../model/types.ts'
import type { WriteContext } from '../model/write.ts'
import type { Switches } from '../switches.ts'
import type { Token } from './tokens.ts'

/** What every authenticated route gets with its request. */
export interface ApiBindings {
  portal: Portal
  token: Token
  /** `2026-09`, `2026-03`, `v3`, `v4`, `v1`. */
  version: string
  switches: Switches
  now: number
  /** The address as it was asked, version included, for links to the next page. */
  url: string
  /** All tokens, for the endpoint that tells what one may do. */
  tokens: ReadonlyMap<string, Token>
}

export type ApiEnv = { Bindings: ApiBindings }
export type ApiContext = Context<ApiEnv>

/** Throws 403 unless the token has all scopes; worded as schema, content and marketing endpoints do. */
export function demandScopes(c: ApiContext, ...scopes: string[]): void {
  const missing = scopes.filter((scope) => !c.env.token.scopes.includes(scope))
  if (missing.length > 0) throw scopesMissing(missing)
}

/** Throws 403 unless the token has one of the scopes. */
export function demandAnyScope(c: ApiContext, ...scopes: string[]): void {
  if (!scopes.some((scope) => c.env.token.scopes.includes(scope))) throw scopesMissing(scopes)
}

/** Throws 403 unless the token may read or write this object type. */
export function demandObjectScopes(c: ApiContext, type: ObjectType, access: 'read' | 'write'): void {
  const { token, portal, switches, version } = c.env
  const scopes = [`crm.objects.${type.scope}.${access}`]
  if (type.singular === 'email' && (version === '2026-09' || access === 'write')) scopes.push('sales-email-read')
  const missing = scopes.filter((scope) => !token.scopes.includes(scope))
  const leadsOff = type.singular === 'lead' && (!switches.leads || portal.tier === 'free' || portal.tier === 'starter')
  if (missing.length > 0 || leadsOff) throw objectScopesMissing(missing.length > 0 ? missing : scopes)
}

/** The object type a path segment names. Throws 400 for any other word. */
export function objectTypeOf(name: string): ObjectType {
  const type = findObjectType(name)
  if (type === undefined) throw unknownObjectType(name)
  return type
}

export function sourceOf(token: Token): Source {
  return { sourceType: 'INTEGRATION', sourceId: String(token.appId), sourceLabel: token.appName }
}

/** How a write through the API is stamped, and which admin rules bind it: those of 2026-09 only. */
export function writeContext(c: ApiContext, type: ObjectType): WriteContext {
  const { switches, version, token, now } = c.env
  return { at: now, source: sourceOf(token), required: version === '2026-09' ? (switches.requiredProperties[type.plural] ?? []) : [] }
}
