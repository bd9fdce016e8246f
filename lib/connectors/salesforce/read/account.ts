import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import type { Cache } from '../../ports'
import type { Org } from '../org/org'
import { expectId, soql } from '../soql'
import { maybeId, recordId } from '../wire'
import type { Absent } from './absent'
import { parseRows } from './parse-rows'
import { runSources } from './run-sources'

const dayMs = 86_400_000
const row = z.object({ Id: recordId, PersonContactId: maybeId })

/**
 * The contact behind a person account; activities and memberships hang on it. Remembered, because it never changes.
 * @throws AppError `not-found` for an account that is a company
 */
export async function personContact(org: Org, cache: Cache, accountId: string, absent: Absent, signal?: AbortSignal): Promise<string> {
  const key = `salesforce:${org.host}:person-contact:${accountId}`
  const known = z.safeParse(recordId, await cache.get(key))
  if (known.success) return known.data
  const account = { object: 'Account', fields: ['Id', 'PersonContactId'], rest: soql`WHERE Id = ${expectId(accountId)}` }
  const parsed = parseRows((await runSources(org, { account }, absent, signal)).get('account'), row)
  if ('error' in parsed) throw parsed.error
  const contact = parsed.rows[0]?.PersonContactId
  if (!contact) throw new AppError('not-found', { detail: 'person account' })
  await cache.set(key, contact, dayMs)
  return contact
}
