import { sql } from 'kysely'
import { AppError } from '@/lib/domain/errors'
import { firstRow } from '../db/database'
import type { HubDeps } from '../deps'
import { expectConnection, markBroken, type Connection } from './connection'
import { askForTokens } from './oauth'

/** A token is renewed so long before its end. */
const earlyMs = 120_000
/** A copy that renews and dies leaves the renewal to another after this. */
const leaseMs = 30_000
const lookEveryMs = 100

/**
 * A token that holds. Of all copies that find it old one renews it, by a lease in the database; the others wait for what it brings.
 * @param refused a token HubSpot did not take, though it should hold
 * @throws AppError `not-set-up` where HubSpot threw the hub out
 */
export async function expectToken(deps: HubDeps, refused?: string): Promise<string> {
  for (let waited = 0; waited <= leaseMs; waited += lookEveryMs) {
    const connection = await expectConnection(deps.db)
    const token = deps.sealer.open(connection.access, 'hubspot')
    if (token !== refused && (connection.expiresAt ?? Infinity) - deps.now() > earlyMs) return token
    if (connection.mode === 'key') {
      if (refused === undefined) return token
      await markBroken(deps.db)
      throw new AppError('not-set-up', { detail: 'hubspot' })
    }
    if (await takeLease(deps, connection)) return renew(deps, connection)
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
  }
  throw new AppError('unavailable', { detail: 'hubspot' })
}

async function takeLease({ db, now }: HubDeps, { access }: Connection): Promise<boolean> {
  const row = await firstRow(db, sql`update hubspot set refreshing_until = ${now() + leaseMs} where access = ${access} and refreshing_until <= ${now()} returning portal`)
  return row !== undefined
}

async function renew(deps: HubDeps, { access, refresh }: Connection): Promise<string> {
  const { db, sealer, config } = deps
  try {
    if (!config.hubspot || refresh === undefined) throw new AppError('not-set-up', { detail: 'LEADSIDE_HUBSPOT_CLIENT_ID' })
    const tokens = await askForTokens(deps, config.hubspot, { grant_type: 'refresh_token', refresh_token: sealer.open(refresh, 'hubspot') })
    await sql`update hubspot set access = ${sealer.seal(tokens.access, 'hubspot')}, refresh = ${sealer.seal(tokens.refresh, 'hubspot')}, expires_at = ${tokens.expiresAt},
      refreshing_until = 0 where access = ${access}`.execute(db)
    return tokens.access
  } catch (error) {
    await sql`update hubspot set refreshing_until = 0 where access = ${access}`.execute(db)
    if (!(error instanceof AppError) || error.kind !== 'signed-out') throw error
    await markBroken(db)
    throw new AppError('not-set-up', { detail: 'hubspot', cause: error })
  }
}
