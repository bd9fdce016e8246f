import type { Finding } from './finding'
import { hasReached } from './finding-rules'
import type { VerdictValue } from './ledger'
import type { Playbook } from './playbook'
import { labelKey, labelOf, sayCount, type Sentence, type SentenceValue } from './sentence'
import type { Notice } from './view'

/** Of a lead, what says whether a finding concerns it. */
export interface Concerned { campaigns: readonly string[]; source?: string | undefined }

/** Whether there is an answer to tell, and this lead is one the finding is about. */
export function isAnswerFor(finding: Finding, { campaigns, source }: Concerned): boolean {
  const { concerns } = finding
  return hasReached(finding, 'decided')
    && (concerns.campaign === undefined || campaigns.includes(concerns.campaign)) && (concerns.source === undefined || concerns.source === source)
}

/** What somebody who gave one of its verdicts reads: what they and how many others said, what changed, and how it went since. */
export function findingNotice(finding: Finding, own: { verdict: VerdictValue; reason?: string | undefined }, playbook: Playbook): Notice {
  return { id: findingNoticeId(finding), kind: 'finding', sentence: sentenceFor(finding, saidOf(own, playbook)) }
}

/** Another one for each step: who has put away the decision still reads how it went. */
export function findingNoticeId({ id, state }: Finding): string {
  return `finding:${id}:${state}`
}

function sentenceFor({ reps, change = '', changedAt = 0, measured, state }: Finding, said: SentenceValue): Sentence {
  const others = Math.max(0, reps - 1)
  if (state === 'decided') return sayCount('notice.finding_decided', others, said, change)
  if (!measured) return sayCount('notice.finding_changed', others, said, change, { date: changedAt })
  const { before, after } = measured
  return sayCount('notice.finding_measured', others, said, change, { date: changedAt }, before.good, before.n, after.good, after.n)
}

function saidOf({ verdict, reason }: { verdict: VerdictValue; reason?: string | undefined }, { reasons }: Playbook): SentenceValue {
  if (reason === undefined) return { say: labelKey('verdict', verdict) }
  return labelOf('reason', Object.values(reasons).flat().find(({ id }) => id === reason) ?? { id: reason })
}
