import { learnedDifference } from '@/lib/domain/learned'
import { recordKey } from '@/lib/domain/record-ref'
import { isSample } from '@/lib/domain/sample-workspace'
import type { Snapshot } from '@/lib/domain/snapshot'
import type { Eraser } from '@/lib/domain/store-ports'
import { learnFrom } from '@/lib/domain/suggest/learn'
import type { AppDeps } from './deps'
import { gatherFacts } from './record-facts'
import type { TeamHistorySource } from './team-history'

/** Learns from the touches of every record opened here, as counts; keeps in mind until when each was counted and nothing else of it. */
export interface Learner {
  /** A record was read from its CRM. */
  read(snapshot: Snapshot): Promise<void>
  /** A person is about to be erased: their counts are taken out again, as far as the local copy still says what they were. */
  forget(snapshot: Snapshot): Promise<void>
}

/** Sources report with a delay: what is younger is counted at the next reading, so that nothing is passed over. */
const settledMs = 3_600_000

type Needs = Pick<AppDeps, 'hubStore' | 'learned' | 'ledger' | 'outbox' | 'assets' | 'playbooks' | 'defaultPlaybook' | 'clock'>

export function createLearner(deps: Needs, history: Pick<TeamHistorySource, 'learned'>): Learner {
  /** Brings what is counted of a person from one moment to another; `undefined` is before everything. */
  async function count(snapshot: Snapshot, until: number | undefined): Promise<void> {
    const { ref, same } = snapshot.person
    if (isSample(ref)) return
    const known = await deps.learned.counted([...new Set([ref, ...same].map(recordKey))])
    if (until === undefined ? known === undefined : known !== undefined && until <= known.until) return
    const facts = await gatherFacts(deps, snapshot)
    const upTo = (moment: number | undefined) => (moment === undefined ? new Map() : learnFrom(facts, moment))
    const change = learnedDifference(upTo(until), upTo(known?.until))
    const counted = await deps.learned.count({ key: known?.key ?? recordKey(ref), from: known?.until, until }, change, deps.clock.now())
    if (counted) history.learned(change)
  }

  return {
    read: (snapshot) => count(snapshot, snapshot.readAt - settledMs),
    forget: (snapshot) => count(snapshot, undefined),
  }
}

/** Erases what was learned from the person too, whoever asked: somebody here, or the hub. */
export function erasingLearned({ eraser, snapshots }: Pick<AppDeps, 'eraser' | 'snapshots'>, learner: () => Pick<Learner, 'forget'>): Eraser {
  return {
    ...eraser,
    async person(refs, upTo) {
      const copies = await Promise.all(refs.map((ref) => snapshots.get(ref)))
      const copy = copies.find((found) => found !== undefined)
      if (copy) await learner().forget(copy)
      return eraser.person(refs, upTo)
    },
  }
}
