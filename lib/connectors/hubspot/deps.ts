import type { Actor } from '@/lib/domain/person'
import type { ConnectorDeps, CrmWords } from '../ports'
import type { LeadsideProperty } from './leadside-properties'

/** What a rep and an admin chose for a portal. */
export interface HubspotSettings {
  /** Who the rep says to be, picked from the owners list: a static token names no user. `verified` is false. */
  owner?: Actor | undefined
  /** Lead status (`hs_lead_status` value) written with a verdict; nothing for a verdict that is not named. */
  statusByVerdict: Readonly<Record<string, string>>
  log: {
    /** Free text of a verdict is written to the CRM. Off where the team forbids it. */
    notes: boolean
  }
}

/** Visible texts only HubSpot needs. */
export interface HubspotWords extends CrmWords {
  /** Label of the property group or of one property, as people see it in HubSpot. */
  label(name: LeadsideProperty | 'group'): string
  /** Why a verdict stands in a note only, with HubSpot's own words. */
  fieldsRefused(because: string): string
}

export interface HubspotDeps extends ConnectorDeps {
  words: HubspotWords
  settings(org: string): Promise<HubspotSettings>
}
