import * as z from 'zod/mini'
import { verdictValue } from './ledger'
import type { Crm } from './record-ref'
import type { Policy, Settings } from './settings'

/** Status of the CRM record by verdict; nothing for a verdict that is not named. */
export type Statuses = Readonly<Record<string, string>>

const byVerdict = z.partialRecord(verdictValue, z.string().check(z.trim(), z.minLength(1), z.maxLength(255)))
/** As a policy gives it: a CRM that is left out gets no status from anybody. */
export const statusByVerdict = z.strictObject({ salesforce: z.optional(byVerdict), hubspot: z.optional(byVerdict) })

interface Choosing {
  policy: Policy
  /** Of the team, where its hub stands before this CRM. */
  agreed?: (() => Promise<Statuses | undefined>) | undefined
  chosen: Settings['statusMap']
  mayAdminister: () => Promise<boolean>
}

/**
 * Which status a verdict also sets: what the policy says, else what the team agreed to at its hub, else what this browser's user chose
 * and as its CRM's admin may. What takes a look elsewhere is asked only where it matters.
 */
export async function statusesFor(crm: Crm, { policy, agreed, chosen, mayAdminister }: Choosing): Promise<Statuses> {
  if (policy.statusByVerdict) return policy.statusByVerdict[crm] ?? {}
  const ofTeam = await agreed?.()
  if (ofTeam) return ofTeam
  if (Object.keys(chosen[crm]).length === 0) return {}
  return (await mayAdminister()) ? chosen[crm] : {}
}

/** What a verdict did to the record's status: kept with the verdict, so that a later one can take it back. */
export const statusChange = z.strictObject({ from: z.string(), to: z.string() })
export type StatusChange = z.infer<typeof statusChange>

export interface StatusFacts {
  /** What this verdict is to set; nothing: it leaves the status as it was before the verdict it replaces. */
  wanted: string | undefined
  /** On the record right now. */
  current: string
  /** Kept by an earlier attempt to write this very verdict. */
  own: StatusChange | undefined
  /** Kept by the verdict that this one replaces. */
  before: StatusChange | undefined
}

/**
 * What to write as status and what to keep about it. A former status comes back only while the record still shows what the
 * replaced verdict had set: what anybody changed since stays.
 */
export function statusStep({ wanted, current, own, before }: StatusFacts): { write?: string | undefined; keep?: StatusChange | undefined } {
  const ours = before?.to === current ? before : undefined
  if (wanted === undefined) return { write: ours && ours.from !== current ? ours.from : undefined }
  const from = own?.from ?? ours?.from ?? current
  return { write: wanted === current ? undefined : wanted, keep: from === wanted ? undefined : { from, to: wanted } }
}
