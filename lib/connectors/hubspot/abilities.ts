import type { Connection } from '@/lib/domain/connection'
import { namesOf, type LeadsideProperty } from './leadside-properties'
import type { Lack, OptionalSource } from './read/lacks'
import type { RefusedStatus } from './write/refused-status'

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

/** What is known of a connection; `undefined` where HubSpot did not say. */
export interface Known {
  /** Scopes of the token. */
  scopes: readonly string[] | undefined
  /** What HubSpot refused lately. */
  lacks: ReadonlyMap<OptionalSource, Lack>
  /** Leadside properties the portal does not have. */
  unset: readonly LeadsideProperty[] | undefined
  /** The lead status that was not taken with the last verdict. */
  refused: RefusedStatus | undefined
}

/** Each ability with what it lacks and who can provide it: scopes come from the token, editions from refusals. */
export function abilitiesOf({ scopes, lacks, unset, refused }: Known): Ability[] {
  return [
    ...needs.map(({ name, scopes: wanted, source }): Ability => {
      const absent = scopes ? wanted.filter((scope) => !scopes.includes(scope)) : []
      if (absent.length > 0) return lacking(name, absent.join(', '))
      const lack = source && lacks.get(source)
      return lack ? lacking(name, lack.need, lack.who) : { name, ok: true }
    }),
    ...(unset ? [unset.length > 0 ? lacking('hs-verdict-fields', namesOf(unset)) : { name: 'hs-verdict-fields', ok: true }] : []),
    ...(refused ? [lacking('hs-lead-status', refused.status, refused.by === 'hub' ? 'hub' : 'admin')] : []),
  ]
}

function lacking(name: string, need: string, who: Lack['who'] | 'hub' = 'admin'): Ability {
  return { name, ok: false, need, who: who === 'nobody' ? 'admin' : who }
}
