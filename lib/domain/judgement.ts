import { onlyFirstDated, type Attributed, type CampaignBy, type NoteWay } from './influence'
import type { VerdictEvent, VerdictValue } from './ledger'
import { recordKey, type RecordRef } from './record-ref'
import { newestFirst } from './standing'

/** A verdict as statistics see it: the lead and what is known of it, never who gave it. A row of the feedback table is one. */
export interface Judgement {
  id: string
  at: number
  ref: RecordRef
  verdict: VerdictValue
  secondLook: boolean
  reason?: string | undefined
  source?: string | undefined
  /** The last one responded to first. */
  campaigns: readonly string[]
  /** How each of them is known (`namedCampaigns`). */
  campaignsBy?: readonly CampaignBy[] | undefined
  /** Of several campaigns only the first in this list has a date. */
  onlyFirstDated?: true | undefined
  /** Ids of the assets in the story the verdict rests on. */
  assets: readonly string[]
  persona?: string | undefined
  industry?: string | undefined
  stage?: string | undefined
}

type OfCampaigns = Pick<Judgement, 'campaigns' | 'campaignsBy' | 'ref'>

/** Tells each campaign of a verdict with how it is known. Those that do not say knew memberships in Salesforce and UTM campaigns in HubSpot only. */
export function tellCampaigns({ campaigns, campaignsBy, ref }: OfCampaigns, note: NoteWay): void {
  for (let index = 0; index < campaigns.length; index += 1) note(campaigns[index] ?? '', campaignsBy?.[index] ?? (ref.crm === 'hubspot' ? 'utm' : 'member'))
}

/** The same as a list. */
export function namedCampaigns(judgement: OfCampaigns): Attributed[] {
  const named: Attributed[] = []
  tellCampaigns(judgement, (name, by) => void named.push({ name, by }))
  return named
}

/** A verdict after a return is a new look, reported apart from the one at the hand-over. */
export type LookAt = 'first' | 'second'

export function toJudgement({ id, at, ref, verdict, reason, secondLook, evidence }: VerdictEvent): Judgement {
  const { source, campaigns, influences, persona, industry, stage, stories } = evidence
  const assets = [...new Set(stories.flatMap(({ assetId }) => assetId ?? []))]
  return {
    id, at, ref, verdict, secondLook: secondLook === true, reason, source, campaigns, campaignsBy: influences?.map(({ by }) => by),
    onlyFirstDated: influences && onlyFirstDated(influences), assets, persona, industry, stage,
  }
}

/**
 * The one judgement of each lead that counts: the latest of that look. Take it before filtering, or a filter brings back what
 * a later verdict replaced. `personOf` joins the records that are one person.
 */
export function latestPerLead<T extends Pick<Judgement, 'id' | 'at' | 'ref' | 'secondLook'>>(judgements: readonly T[], look: LookAt, personOf: (key: string) => string = (key) => key): T[] {
  const latest = new Map<string, T>()
  for (const judgement of judgements) {
    if (judgement.secondLook !== (look === 'second')) continue
    const person = personOf(recordKey(judgement.ref))
    const known = latest.get(person)
    if (!known || newestFirst(judgement, known) < 0) latest.set(person, judgement)
  }
  return [...latest.values()]
}
