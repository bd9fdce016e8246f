import * as z from 'zod/mini'
import type { NamedPerson } from '@/lib/domain/named-record'
import type { RecordKind, RecordRef } from '@/lib/domain/record-ref'
import type { Cache } from '../../ports'
import type { Org } from '../org/org'
import { expectId, soql } from '../soql'
import { maybeId, maybeNamed, maybeText, recordId } from '../wire'
import { loadAbsent } from './absent'
import { parseRows } from './parse-rows'
import { runSources } from './run-sources'
import type { Source } from './source'

/** Keeps the queries within SOQL's length. */
const mostRefs = 100

const row = z.object({ Id: recordId, Name: maybeText, Company: maybeText, Email: maybeText, ConvertedContactId: maybeId, Account: maybeNamed, PersonContactId: maybeId })
type Row = z.infer<typeof row>

const wanted: Record<RecordKind, { object: string; fields: string[] }> = {
  lead: { object: 'Lead', fields: ['Id', 'Name', 'Company', 'Email', 'ConvertedContactId'] },
  contact: { object: 'Contact', fields: ['Id', 'Name', 'Email', 'Account.Name'] },
  account: { object: 'Account', fields: ['Id', 'Name', 'PersonContactId'] },
}

/** Who leads, contacts and person accounts are: one call for a hundred. */
export async function readNames(org: Org, cache: Cache, refs: readonly RecordRef[]): Promise<NamedPerson[]> {
  const found: NamedPerson[] = []
  for (let from = 0; from < refs.length; from += mostRefs) found.push(...await readSome(org, cache, refs.slice(from, from + mostRefs)))
  return found
}

async function readSome(org: Org, cache: Cache, refs: readonly RecordRef[]): Promise<NamedPerson[]> {
  const sources: Record<string, Source> = {}
  for (const [kind, of] of Map.groupBy(refs, (ref) => ref.kind)) {
    sources[kind] = { ...wanted[kind], rest: soql`WHERE Id IN ${[...new Set(of.map(({ id }) => expectId(id)))]}` }
  }
  const outcomes = await runSources(org, sources, await loadAbsent(cache, org.host, org.userId))
  const rows = new Map<string, Row>()
  for (const kind of Object.keys(sources)) {
    const parsed = parseRows(outcomes.get(kind), row)
    // An org without the object shows nobody of that kind.
    if ('error' in parsed && parsed.need === undefined) throw parsed.error
    if ('rows' in parsed) for (const found of parsed.rows) rows.set(found.Id, found)
  }
  return refs.flatMap((ref) => {
    const found = rows.get(ref.id)
    if (!found?.Name) return []
    const contact = found.ConvertedContactId ?? found.PersonContactId
    const same: RecordRef[] = contact ? [{ ...ref, kind: 'contact', id: contact }] : []
    return [{ ref, same, name: found.Name, company: found.Company ?? found.Account?.Name, email: found.Email }]
  })
}
