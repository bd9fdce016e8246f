import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import type { RecordRef } from '@/lib/domain/record-ref'
import type { Cache } from '../../ports'
import type { Org } from '../org/org'
import { loadAbsent } from '../read/absent'
import { personContact } from '../read/account'
import { parseRows } from '../read/parse-rows'
import { runSources } from '../read/run-sources'
import { type Who, whoOf } from '../read/who'
import { expectId, soql } from '../soql'
import { maybeId, recordId } from '../wire'

const leadRow = z.object({ Id: recordId, ConvertedContactId: maybeId })

/** Runs a write on the record; on the contact instead where the lead was converted meanwhile. */
export async function writeTo<T>(org: Org, cache: Cache, ref: RecordRef, write: (who: Who) => Promise<T>): Promise<T> {
  const absent = await loadAbsent(cache, org.host, org.userId)
  const who = ref.kind === 'account' ? { contact: await personContact(org, cache, ref.id, absent) } : whoOf(ref)
  try {
    return await write(who)
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'converted' || !who.lead) throw error
    const contact = await convertedContact(org, cache, who.lead)
    if (!contact) throw error
    return write({ contact })
  }
}

/** The contact a lead became; `undefined` for one that is not converted or not to be seen. */
export async function convertedContact(org: Org, cache: Cache, lead: string): Promise<string | undefined> {
  const source = { object: 'Lead', fields: ['Id', 'ConvertedContactId'], rest: soql`WHERE Id = ${expectId(lead)}` }
  const parsed = parseRows((await runSources(org, { lead: source }, await loadAbsent(cache, org.host, org.userId))).get('lead'), leadRow)
  if ('error' in parsed) throw parsed.error
  return parsed.rows[0]?.ConvertedContactId
}
