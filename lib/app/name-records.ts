import { toErrorInfo } from '@/lib/domain/errors'
import type { NamedPerson, NamedRecord } from '@/lib/domain/named-record'
import { orgKey, recordKey, type RecordRef } from '@/lib/domain/record-ref'
import type { AppDeps } from './deps'

type Deps = Pick<AppDeps, 'clock' | 'connectors' | 'snapshots'>

/**
 * What records of others are called: from the copies here, else from their CRM with this person's own access, and kept from
 * then on. Where the CRM does not tell, the answer says why; one CRM that fails costs only its own records.
 */
export async function nameRecords(deps: Deps, refs: readonly RecordRef[]): Promise<NamedRecord[]> {
  const known = await deps.snapshots.names(refs.map(recordKey))
  const unknown = refs.filter((ref) => !known.has(recordKey(ref)))
  const asked = await Promise.all([...Map.groupBy(unknown, orgKey).values()].map((group) => askCrm(deps, group)))
  const answers = new Map(asked.flat().map((answer) => [recordKey(answer.ref), answer]))
  return refs.map((ref) => answers.get(recordKey(ref)) ?? { ref, ...known.get(recordKey(ref)) })
}

/** @param refs of one organisation, at least one */
async function askCrm({ clock, connectors, snapshots }: Deps, refs: readonly RecordRef[]): Promise<NamedRecord[]> {
  const [{ crm, org } = { crm: 'salesforce', org: '' } as const] = refs
  const connected = (await connectors.connections()).some((each) => each.crm === crm && each.org === org)
  if (!connected) return refs.map((ref) => ({ ref, lack: 'not-connected' }))
  try {
    const people = await connectors.for(crm).names(org, refs)
    await snapshots.remember(people, clock.now())
    const found = new Map(people.map((person): [string, NamedPerson] => [recordKey(person.ref), person]))
    return refs.map((ref) => {
      const person = found.get(recordKey(ref))
      return person ? { ref, name: person.name, company: person.company } : { ref, lack: 'not-found' }
    })
  } catch (failure) {
    const { kind } = toErrorInfo(failure)
    return refs.map((ref) => ({ ref, lack: kind }))
  }
}
