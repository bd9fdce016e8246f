import type { Clause } from '@/lib/domain/definitions/clause'
import { evaluate } from '@/lib/domain/definitions/evaluate'
import type { ClauseResult } from '@/lib/domain/definitions/result'
import { describeProfile } from '@/lib/domain/profile'
import type { RecordRef } from '@/lib/domain/record-ref'
import { isSample } from '@/lib/domain/sample-workspace'
import { buildStories } from '@/lib/domain/story-build'
import type { AppDeps } from '../deps'
import { clauseInputOf } from './lines'

export interface Trial { ref: RecordRef; name: string; company?: string | undefined; sample: boolean; results: ClauseResult[] }

const tried = 12

/** Puts clauses, saved or not, to the sample people and to who was opened here last. */
export async function tryClauses(deps: Pick<AppDeps, 'snapshots' | 'assets' | 'playbooks' | 'defaultPlaybook' | 'clock'>, clauses: readonly Clause[]): Promise<Trial[]> {
  const [snapshots, assets, stored] = await Promise.all([deps.snapshots.recent(tried), deps.assets.all(), deps.playbooks.current()])
  const playbook = stored ?? deps.defaultPlaybook
  const now = deps.clock.now()
  return snapshots.map((snapshot) => {
    const { person } = snapshot
    const { touches } = buildStories({ raw: snapshot.touches, assets })
    const results = evaluate(clauses, clauseInputOf({ snapshot, profile: describeProfile(person, playbook), touches, playbook }, now))
    return { ref: person.ref, name: person.name, company: person.company, sample: isSample(person.ref), results }
  })
}
