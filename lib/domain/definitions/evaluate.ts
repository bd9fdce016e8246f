import { say, type Sentence } from '../sentence'
import type { Clause, ClauseKind, ClauseOf } from './clause'
import { country } from './country'
import { industry } from './industry'
import { persona } from './persona'
import type { ClauseInput, ClauseResult, Finding } from './result'
import { score } from './score'
import { source } from './source'
import { stage } from './stage'
import { story } from './story'
import { title } from './title'

type Evaluators = { [K in ClauseKind]: (clause: ClauseOf<K>, input: ClauseInput) => Finding }

/** One kind, one file. */
const evaluators: Evaluators = { persona, title, industry, source, stage, country, score, story }

/** How a lead stands to each clause, in their order. Pure: the same lead at the same moment gives the same answer. */
export function evaluate(clauses: readonly Clause[], input: ClauseInput): ClauseResult[] {
  return clauses.map((clause) => {
    const evaluator = evaluators[clause.kind] as (clause: Clause, input: ClauseInput) => Finding
    return { clauseId: clause.id, ...evaluator(clause, input) }
  })
}

/** Whether a lead belongs to an audience: every clause is met, and what is not known is not met. No clause: everybody. */
export function fitsAll(clauses: readonly Clause[], input: ClauseInput): boolean {
  return evaluate(clauses, input).every(({ state }) => state === 'met')
}

/** What a clause asks, in words, with nobody to put it to. */
export function askOf(clause: Clause, vocabulary: ClauseInput['vocabulary']): Sentence {
  const nobody = { ref: { crm: 'salesforce' as const, org: '', kind: 'lead' as const, id: '' }, same: [], name: '', optedOut: false }
  const [result] = evaluate([clause], { person: nobody, profile: {}, touches: [], vocabulary, now: 0 })
  return result?.asks ?? say('ui.written', '')
}
