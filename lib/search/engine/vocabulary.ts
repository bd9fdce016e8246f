import type { Collection } from './collection'
import { frequencyOf } from './collection'
import { documentCount, lowerBound, type Segment } from './segment'
import { editsFor, findNear } from './typos'

/** A stem with how surely it is meant, 0 to 1. */
export interface Form { stem: string; factor: number }

const mostForms = 40
const mostNear = 8

/** Stems of words that begin with the typed letters, the frequent first: what somebody is about to write. */
export function completions({ parts }: Collection, typed: string): Form[] {
  const forms = new Map<string, { frequency: number; factor: number }>()
  for (const { segment } of parts) {
    const end = lowerBound(segment.surfaces, `${typed}\uffff`)
    for (let at = lowerBound(segment.surfaces, typed); at < end; at += 1) {
      note(forms, segment, at, 0.9 * Math.sqrt(typed.length / (segment.surfaces[at]?.length ?? 1)))
    }
  }
  return strongest(forms, mostForms)
}

/** Stems of words that a slip of the keyboard turns into the typed one; with `open` also of their beginnings. Few edits come first. */
export function corrections({ parts }: Collection, typed: string, open: boolean): Form[] {
  for (let most = 1; most <= editsFor(typed.length); most += 1) {
    const forms = new Map<string, { frequency: number; factor: number }>()
    for (const { segment } of parts) {
      for (const { at, edits } of findNear(segment.surfaces, typed, most, open)) {
        if (edits > 0) note(forms, segment, at, edits === 1 ? 0.7 : 0.5)
      }
    }
    if (forms.size > 0) return strongest(forms, mostNear)
  }
  return []
}

/** Both words of two written as one, where both are known: "whitepaper". */
export function splitWord(collection: Collection, typed: string, stemsOf: (word: string) => string[]): [string, string] | undefined {
  const known = (word: string) => stemsOf(word).some((stem) => frequencyOf(collection, stem) > 0)
  for (let at = 3; at <= typed.length - 3; at += 1) {
    const [left, right] = [typed.slice(0, at), typed.slice(at)]
    if (known(left) && known(right)) return [left, right]
  }
  return undefined
}

function note(forms: Map<string, { frequency: number; factor: number }>, segment: Segment, surface: number, factor: number): void {
  const number = segment.surfaceStem[surface] ?? 0
  const stem = segment.stems[number] ?? ''
  const known = forms.get(stem)
  forms.set(stem, { frequency: Math.max(known?.frequency ?? 0, documentCount(segment, number)), factor: Math.max(known?.factor ?? 0, factor) })
}

function strongest(forms: ReadonlyMap<string, { frequency: number; factor: number }>, most: number): Form[] {
  return [...forms].sort(([a, x], [b, y]) => y.factor * Math.log1p(y.frequency) - x.factor * Math.log1p(x.frequency) || (a < b ? -1 : 1))
    .slice(0, most).map(([stem, { factor }]) => ({ stem, factor }))
}
