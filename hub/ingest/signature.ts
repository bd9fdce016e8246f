import { createHmac, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { AppError } from '@/lib/domain/errors'
import { firstRow } from '../db/database'
import type { HubDeps } from '../deps'
import { countTry } from '../http/rate'

/** What a sender's secret is sealed for. */
export const sealedFor = 'ingest'

const toleranceMs = 300_000
const badSignaturesAMinute = 60

export interface Signed {
  senderId: string
  /** Epoch seconds, as sent. */
  timestamp: string
  /** `v1=` and 64 hex digits; several, separated by commas, while a sender changes its secret. */
  signature: string
  /** The body exactly as received. */
  text: string
}

interface SenderRow { secret: string; earlier_secret: string | null; earlier_until: number | null; used_at: number | null }

/** HMAC-SHA256 over timestamp, a dot and the body. */
export function sign(secret: string, timestamp: string, text: string): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.${text}`).digest('hex')}`
}

/** @throws AppError `untrusted` for an unknown or ended sender, a wrong or an old signature, all with the same words */
export async function expectSignature(deps: Pick<HubDeps, 'db' | 'now' | 'sealer'>, { senderId, timestamp, signature, text }: Signed): Promise<void> {
  const isId = /^[0-9a-f-]{36}$/.test(senderId)
  const row = isId ? await firstRow(deps.db, sql<SenderRow>`select secret, earlier_secret, earlier_until, used_at from sender where id = ${senderId} and ended_at is null`) : undefined
  const sealed = row ? [row.secret, ...(row.earlier_secret !== null && (row.earlier_until ?? 0) > deps.now() ? [row.earlier_secret] : [])] : []
  const secrets = sealed.map((one) => deps.sealer.open(one, sealedFor))
  const given = signature.split(',', 4).map((part) => part.trim())
  const held = secrets.findIndex((secret) => given.some((one) => same(one, sign(secret, timestamp, text))))
  if (row && held >= 0 && /^\d{1,12}$/.test(timestamp) && Math.abs(deps.now() - Number(timestamp) * 1000) <= toleranceMs) {
    if (held === 0 && row.used_at === null) await sql`update sender set used_at = ${deps.now()} where id = ${senderId} and secret = ${row.secret}`.execute(deps.db)
    return
  }
  await countTry(deps, `ingest:${isId ? senderId : ''}`, badSignaturesAMinute)
  throw new AppError('untrusted')
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
