import { acceptanceOf, differenceOf, type Acceptance, type Difference } from '../acceptance'
import { latestPerLead, toJudgement } from '../judgement'
import type { VerdictEvent } from '../ledger'

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

/**
 * Whether each clause predicts acceptance, over verdicts that stand (`heldVerdicts`), one a lead, first looks. A clause keeps its id while it says
 * the same, so verdicts under all versions that held it count. Leads of which it was not known count nowhere.
 */
export function predict(verdicts: readonly VerdictEvent[]): Prediction[] {
  const evidence = new Map(verdicts.map((verdict) => [verdict.id, verdict.evidence.definitions ?? []]))
  const groups = new Map<string, { definition: string; clause: string; met: VerdictEvent['verdict'][]; notMet: VerdictEvent['verdict'][]; blamed: number }>()
  const groupOf = (definition: string, clause: string) => {
    const key = `${definition}\t${clause}`
    const group = groups.get(key) ?? { definition, clause, met: [], notMet: [], blamed: 0 }
    groups.set(key, group)
    return group
  }
  for (const { id, verdict } of latestPerLead(verdicts.map(toJudgement), 'first')) {
    for (const { id: definition, met, notMet } of evidence.get(id) ?? []) {
      for (const clause of met) groupOf(definition, clause).met.push(verdict)
      for (const clause of notMet) groupOf(definition, clause).notMet.push(verdict)
    }
  }
  for (const { clause } of verdicts) if (clause) groupOf(clause.definition, clause.clause).blamed += 1
  return [...groups.values()].map(({ definition, clause, met, notMet, blamed }) => {
    const [with_, without] = [met, notMet].map((list) => acceptanceOf(list.map((verdict) => ({ verdict })))) as [Acceptance, Acceptance]
    return { definition, clause, met: with_, notMet: without, difference: differenceOf(with_, without), blamed }
  })
}
