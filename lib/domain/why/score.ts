import { say, type SentenceValue } from '../sentence'
import type { FactorRule } from './factor'

const systems: Record<string, SentenceValue> = {
  hubspot: { say: 'why.score_hubspot' }, salesforce: { say: 'why.score_salesforce' }, pardot: { say: 'why.score_pardot' }, marketo: { say: 'why.score_marketo' },
}

/** What the CRM's or marketing's own scoring says: `0.4 × score / 100`, at most 0.4. About no touch, so without any. */
export const score: FactorRule = ({ person }) => {
  const { score: given, grade } = person
  if (!given || !(given.value > 0)) return undefined
  const system = systems[given.system] ?? given.system
  const sentence = grade ? say('why.score_grade', given.value, grade, system) : say('why.score', given.value, system)
  return { name: 'score', weight: 0.4 * Math.min(1, given.value / 100), sentence, storyKeys: [], touchIds: [] }
}
