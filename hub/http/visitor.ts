import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { HubDeps } from '../deps'
import { digestHex } from '../secrets/digest'
import { dailySalt } from '../secrets/vault'
import type { Visitor } from './route'

/** A digest of the visitor's address under a salt of the day: enough to slow one down, not enough to find one again tomorrow. */
export async function visitorOf(c: Context, deps: HubDeps): Promise<Visitor> {
  return { tag: digestHex(`${await dailySalt(deps)}:${addressOf(c, deps.config.proxied)}`).slice(0, 32) }
}

/** From where and with which browser somebody asks. Looked at to make a tag, kept nowhere. */
export interface Origin {
  address: string
  userAgent: string
}

export function originOf(c: Context, { config }: Pick<HubDeps, 'config'>): Origin {
  return { address: addressOf(c, config.proxied), userAgent: c.req.header('user-agent') ?? '' }
}

/** The same tag for the same browser in the same place, today; none where the place is unknown. */
export function viewerTag({ address, userAgent }: Origin, salt: string): string | undefined {
  return address === '' ? undefined : digestHex(`viewer:${salt}:${address}:${userAgent}`)
}

function addressOf(c: Context, proxied: boolean): string {
  if (proxied) return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''
  try {
    return getConnInfo(c).remote.address ?? ''
  } catch {
    return ''
  }
}
