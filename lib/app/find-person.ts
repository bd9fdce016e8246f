import { ledgerEventTypes } from '@/lib/domain/ledger'
import { recordKey, type RecordRef } from '@/lib/domain/record-ref'
import type { AppDeps } from './deps'

export interface FoundPerson { ref: RecordRef; same: RecordRef[]; name: string; company?: string | undefined }

type Needs = Pick<AppDeps, 'snapshots' | 'ledger' | 'team' | 'feedback' | 'handOvers' | 'connectors'>

const pageSize = 1_000

/**
 * People something is kept of here: by the names and addresses of recent copies; where there are none any more, by the record id
 * in the words or a pasted page address; and by an e-mail address, whose records only the CRMs know by then.
 * @throws AppError where a CRM had to be asked and could not be
 */
export async function findPeople(deps: Needs, query: string): Promise<FoundPerson[]> {
  const named = await deps.snapshots.find(query)
  if (named.length > 0) return named
  const ids = query.match(/[a-zA-Z0-9]{15,18}|\d+/g) ?? []
  const email = /^\S+@\S+\.\S+$/.test(query.trim()) ? query.trim() : undefined
  const told = email === undefined ? undefined : new Set((await askCrms(deps, email)).map(recordKey))
  if (!told && ids.length === 0) return []
  const refs = (await keptRefs(deps)).filter((ref) => (told ? told.has(recordKey(ref)) : ids.some((id) => isId(ref, id))))
  return Promise.all(refs.map(async (ref) => {
    const person = (await deps.snapshots.get(ref))?.person
    return { ref, same: person?.same ?? [], name: person?.name ?? ref.id, company: person?.company }
  }))
}

/** Salesforce writes the same id with 15 or 18 characters. */
function isId({ crm, id }: RecordRef, text: string): boolean {
  return id === text || (crm === 'salesforce' && text.length === 15 && id.startsWith(text))
}

async function askCrms({ connectors }: Needs, email: string): Promise<RecordRef[]> {
  const known = await connectors.connections()
  return (await Promise.all(known.map(({ crm, org }) => connectors.for(crm).recordsOf(org, email)))).flat()
}

/** Every record that anything is kept of: own events, the team's, leads handed over, and verdicts of which only the list is. */
async function keptRefs({ ledger, team, feedback, handOvers }: Needs): Promise<RecordRef[]> {
  const refs = [...await ledger.all(ledgerEventTypes), ...await team.events(), ...await handOvers.all()].map(({ ref }) => ref)
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page = await feedback.page({ limit: pageSize, after })
    refs.push(...page.entries.map(({ ref }) => ref))
    after = page.next
  }
  return [...new Map(refs.map((ref) => [recordKey(ref), ref])).values()]
}
