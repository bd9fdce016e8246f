import type { Connection } from '@/lib/domain/connection'
import { namesOf, type LeadsideProperty } from './leadside-properties'
import type { Lack, OptionalSource } from './read/source'

type Ability = Connection['abilities'][number]

/** What the connection can do (`ability.<name>` in the catalogue) and the scopes it takes, all of them. */
const needs: readonly { name: string; scopes: readonly string[]; source?: OptionalSource }[] = [
  { name: 'hs-read', scopes: ['crm.objects.contacts.read'] },
  { name: 'hs-write', scopes: ['crm.objects.contacts.write'] },
  { name: 'hs-leads', scopes: ['crm.objects.leads.read'] },
  { name: 'hs-emails', scopes: ['crm.objects.contacts.read', 'sales-email-read'], source: 'hs-emails' },
  { name: 'hs-events', scopes: [], source: 'hs-events' },
  { name: 'hs-email-events', scopes: ['content'], source: 'hs-email-events' },
  { name: 'hs-form-names', scopes: ['forms'], source: 'hs-form-names' },
  { name: 'hs-webinars', scopes: ['crm.objects.marketing_events.read'], source: 'hs-webinars' },
  { name: 'hs-owners', scopes: ['crm.objects.owners.read'], source: 'hs-owner-names' },
  { name: 'hs-set-up', scopes: ['crm.schemas.contacts.read', 'crm.schemas.contacts.write'] },
]

/**
 * Each ability with what it lacks and who can provide it: scopes come from the token, editions from what HubSpot refused
 * lately. Where HubSpot does not name a token's scopes, only refusals count.
 * @param unset Leadside properties the portal does not have; `undefined` where that is not known
 */
export function abilitiesOf(scopes: readonly string[] | undefined, lacks: ReadonlyMap<OptionalSource, Lack>, unset: readonly LeadsideProperty[] | undefined): Ability[] {
  return [
    ...needs.map(({ name, scopes: wanted, source }): Ability => {
      const absent = scopes ? wanted.filter((scope) => !scopes.includes(scope)) : []
      if (absent.length > 0) return { name, ok: false, need: absent.join(', '), who: 'admin' }
      const lack = source && lacks.get(source)
      return lack ? { name, ok: false, need: lack.need, who: lack.who === 'vendor' ? 'vendor' : 'admin' } : { name, ok: true }
    }),
    ...(unset ? [verdictFields(unset)] : []),
  ]
}

function verdictFields(unset: readonly LeadsideProperty[]): Ability {
  const name = 'hs-verdict-fields'
  return unset.length > 0 ? { name, ok: false, need: namesOf(unset), who: 'admin' } : { name, ok: true }
}
