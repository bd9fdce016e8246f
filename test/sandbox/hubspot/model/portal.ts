import { createAssociationStore, type AssociationStore } from './association-store.ts'
import { createMarketing, type Marketing } from './marketing.ts'
import { createRecordStore, type RecordStore } from './record-store.ts'
import { createSchema, type Schema } from './schema.ts'
import type { JournalEntry, Tier } from './types.ts'

export interface Owner {
  id: string
  userId: number
  email: string
  firstName: string
  lastName: string
  team: string
}

/** What makes one HubSpot account what it is. */
export interface PortalProfile {
  id: number
  name: string
  /** Host of its pages. */
  host: string
  hublet: 'na1' | 'eu1'
  tier: Tier
  timeZone: string
  currency: string
  /** The person signed in to its pages; one of the owners. */
  signedIn: string
  owners: readonly Owner[]
}

/** One HubSpot account with everything in it. */
export interface Portal extends Omit<PortalProfile, 'tier'> {
  /** Changed by a switch. */
  tier: Tier
  schema: Schema
  records: RecordStore
  associations: AssociationStore
  marketing: Marketing
  /** Every write since the seed, oldest first. */
  journal: JournalEntry[]
}

/** An empty account. */
export function createPortal(profile: PortalProfile): Portal {
  return {
    ...profile,
    schema: createSchema(),
    records: createRecordStore(478_100_001),
    associations: createAssociationStore(),
    marketing: createMarketing(),
    journal: [],
  }
}

/** The owner whose pages these are. */
export function signedInOwner(portal: Portal): Owner {
  const owner = portal.owners.find((candidate) => candidate.id === portal.signedIn)
  if (owner === undefined) throw new Error(`portal ${portal.id} has no owner ${portal.signedIn}`)
  return owner
}
