import { differenceOf, toAcceptance, type Acceptance, type Difference } from '../acceptance'
import type { VerdictEvent, VerdictValue } from '../ledger'
import { recordKey } from '../record-ref'
import { newestFirst } from '../standing'

/** What verdicts say of one clause: acceptance of leads that met it and of those that did not, and whether those differ. */
export interface Prediction {
  definition: string
  clause: string
  met: Acceptance
  notMet: Acceptance
  difference: Difference
  /** How often a *Wrong* named this clause. */
  blamed: number
}

type Counts = Record<VerdictValue, number>
const none = (): Counts => ({ good: 0, not_yet: 0, wrong: 0, cant_tell: 0 })

/**
 * Whether each clause predicts acceptance, over verdicts that stand (`heldVerdicts`), one a lead, first looks. A clause keeps its id while it says
 * the same, so verdicts under all versions that held it count. Leads of which it was not known count nowhere. Works in steps of so
 * many verdicts, for whoever must not be held up by a hundred thousand.
 */
export function* predictInSteps(verdicts: readonly VerdictEvent[], step = 5_000): Generator<void, Prediction[]> {
  const groups = new Map<string, { definition: string; clause: string; met: Counts; notMet: Counts; blamed: number }>()
  const groupOf = (definition: string, clause: string) => {
    const key = `${definition}\t${clause}`
    const known = groups.get(key)
    if (known) return known
    const group = { definition, clause, met: none(), notMet: none(), blamed: 0 }
    groups.set(key, group)
    return group
  }
  const latest = new Map<string, VerdictEvent>()
  for (const [index, event] of verdicts.entries()) {
    const key = recordKey(event.ref)
    const known = latest.get(key)
    if (event.secondLook !== true && (!known || newestFirst(event, known) < 0)) latest.set(key, event)
    if (index % step === step - 1) yield
  }
  for (const [index, { verdict, evidence }] of [...latest.values()].entries()) {
    for (const { id, met, notMet } of evidence.definitions ?? []) {
      for (const clause of met) groupOf(id, clause).met[verdict] += 1
      for (const clause of notMet) groupOf(id, clause).notMet[verdict] += 1
    }
    if (index % step === step - 1) yield
  }
  for (const { clause } of verdicts) if (clause) groupOf(clause.definition, clause.clause).blamed += 1
  return [...groups.values()].map(({ definition, clause, met, notMet, blamed }) => {
    const [where, elsewhere] = [toAcceptance(met), toAcceptance(notMet)]
    return { definition, clause, met: where, notMet: elsewhere, difference: differenceOf(where, elsewhere), blamed }
  })
}

/** The same at once. */
export function predict(verdicts: readonly VerdictEvent[]): Prediction[] {
  const steps = predictInSteps(verdicts)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
