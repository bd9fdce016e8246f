import { predictInSteps, type Prediction } from '@/lib/domain/definitions/prediction'
import type { VerdictEvent } from '@/lib/domain/ledger'
import type { Playbook } from '@/lib/domain/playbook'
import { unmappedValues, type MappedFields } from '@/lib/domain/profile'
import { standingReason } from '@/lib/domain/reasons'
import { recordKey } from '@/lib/domain/record-ref'
import { heldVerdicts } from '@/lib/domain/standing'
import { guessEntry, type UnmappedWords } from '@/lib/domain/unmapped'
import type { AppDeps } from '../deps'
import type { TeamHistorySource } from '../team-history'

export interface PlaybookLessons {
  /** The CRM's words nothing covers, of people cached here and of judged leads, each person once. */
  unmapped(): Promise<UnmappedWords>
  /** Whether each clause predicts acceptance, over the whole team's verdicts. */
  predictions(): Promise<Prediction[]>
  /** How often each reason stands, merged ones under what they were merged into. */
  reasonUse(): Promise<Record<string, number>>
  /** The same of the newest verdicts only. Reads no more than them: every panel asks for it, also in a worker that was just woken. */
  latelyUsed(): Promise<Record<string, number>>
}

/** As many cached people as are looked at; each is a whole copy to read. */
const cachedPeople = 300
const listed = 50
const newest = 1_000
/** Of so many events each step of a count is a turn of its own. */
const many = 5_000

type Needs = Pick<AppDeps, 'playbooks' | 'defaultPlaybook' | 'snapshots' | 'clock' | 'feedback'>

export function createPlaybookLessons(deps: Needs, history: TeamHistorySource): PlaybookLessons {
  const book = async () => (await deps.playbooks.current()) ?? deps.defaultPlaybook
  const held = async () => heldVerdicts(await history.events())
  return {
    async unmapped() {
      const [playbook, verdicts, copies] = await Promise.all([book(), held(), deps.snapshots.recent(cachedPeople)])
      const people = new Map<string, MappedFields>()
      for (const verdict of verdicts.toReversed()) if (verdict.evidence.unmapped) people.set(recordKey(verdict.ref), fieldsOf(verdict))
      for (const { person } of copies) {
        for (const ref of person.same) people.delete(recordKey(ref))
        people.set(recordKey(person.ref), person)
      }
      const { stages, titles, industries } = unmappedValues([...people.values()], playbook)
      const withGuess = (family: keyof UnmappedWords, values: typeof stages) => values.slice(0, listed).map(({ value, count }) => ({ value, count, guess: guessEntry(value, playbook, family) }))
      return { stages: withGuess('stages', stages), personas: withGuess('personas', titles), industries: withGuess('industries', industries) }
    },

    async predictions() {
      const events = await history.events()
      const breathe = async () => { if (events.length > many) await deps.clock.sleep(0) }
      await breathe()
      const verdicts = heldVerdicts(events)
      await breathe()
      const steps = predictInSteps(verdicts)
      for (;;) {
        const step = steps.next()
        if (step.done) return step.value
        await deps.clock.sleep(0)
      }
    },

    reasonUse: async () => countReasons(await held(), (await book()).reasons),

    latelyUsed: async () => countReasons((await deps.feedback.page({ limit: newest })).entries, (await book()).reasons),
  }
}

/** What a verdict kept of words that were not covered then; whether they are today is asked anew. */
function fieldsOf({ evidence: { unmapped } }: VerdictEvent): MappedFields {
  return { status: unmapped?.stages?.[0], lifecycle: unmapped?.stages?.[1], title: unmapped?.personas?.[0], industry: unmapped?.industries?.[0] }
}

function countReasons(verdicts: readonly Pick<VerdictEvent, 'reason'>[], reasons: Playbook['reasons']): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { reason } of verdicts) {
    if (reason === undefined) continue
    const id = standingReason(reasons, reason)
    counts[id] = (counts[id] ?? 0) + 1
  }
  return counts
}
