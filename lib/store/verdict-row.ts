import { onlyFirstDated } from '@/lib/domain/influence'
import type { VerdictEvent } from '@/lib/domain/ledger'
import type { TeamVerdicts } from '@/lib/domain/ports'
import { recordKey } from '@/lib/domain/record-ref'
import { rowRev } from './rows'
import type { StoredVerdict } from './rows'

/** A verdict event as a row of the feedback table; how it counts is set by `withLooks`. */
export function toVerdictRow(event: VerdictEvent, origin: StoredVerdict['entry']['origin']): StoredVerdict {
  const { id, at, ref, evidence } = event
  return {
    id,
    rev: rowRev,
    recordKey: recordKey(ref),
    withdrawn: false,
    supersedes: event.supersedes,
    entry: {
      id, at, ref, origin,
      verdict: event.verdict, reason: event.reason, until: event.until, note: event.note, rep: event.rep.name,
      campaigns: evidence.campaigns, campaignsBy: evidence.influences?.map(({ by }) => by), onlyFirstDated: evidence.influences && onlyFirstDated(evidence.influences),
      source: evidence.source ?? '', persona: evidence.persona, industry: evidence.industry, stage: evidence.stage, playbook: evidence.playbook,
      assets: [...new Set(evidence.stories.map((story) => story.assetId).filter((asset) => asset !== undefined))],
      secondLook: event.secondLook ?? false,
    },
  }
}

/** A verdict read back from a CRM: by its event where the CRM kept it, else by the fields it shows. */
export function fromTeam({ ref, verdict, event }: TeamVerdicts['items'][number]): StoredVerdict {
  if (event?.type === 'verdict') return toVerdictRow(event, 'crm')
  const key = recordKey(ref)
  const id = verdict.eventId ?? `${key}@${verdict.at}`
  return {
    id,
    rev: rowRev,
    recordKey: key,
    withdrawn: false,
    entry: {
      id, ref, origin: 'crm',
      at: verdict.at, verdict: verdict.verdict, reason: verdict.reason, until: verdict.until, note: verdict.note, rep: verdict.by,
      campaigns: [], source: '', assets: [], secondLook: false,
    },
  }
}
