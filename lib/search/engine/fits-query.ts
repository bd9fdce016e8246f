import type { Collection } from './collection'
import type { Concept } from './concept'
import type { Found } from './score'
import { holds } from './segment'

/** A form that differs so much from what was typed is a guess, and no answer by itself. */
const surest = 0.5
/** Of a query of more than two words, this share has to be met. */
const enough = 0.6

/**
 * Whether a document answers the query as a whole: both words of a short one, most of a longer one. Words nobody in the library ever used
 * are words it does not meet.
 */
export function fitsQuery({ parts }: Collection, { part, doc }: Found, concepts: readonly Concept[], unknown: number): boolean {
  const segment = parts[part]?.segment
  if (!segment) return false
  const asked = concepts.length + unknown
  const met = concepts.filter(({ forms }) => forms.some(({ stem, factor }) => factor >= surest && holds(segment, stem, doc))).length
  return met >= (asked <= 2 ? asked : Math.ceil(asked * enough))
}
