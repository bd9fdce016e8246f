import { prepareLibrary, type PreparedLibrary } from './prepared-library'
import type { Signal, SignalReader } from './signal'
import { signals } from './signals'
import type { SuggestInput } from './types'

/** Signals made ready for one person. */
export interface Scorer {
  library: PreparedLibrary
  readers: readonly { signal: Signal; reader: SignalReader }[]
  /** Σ weight × value of the asset at that place. */
  score(index: number): number
}

/** The model: a weighted sum of signals, linear so that every part of a score can be named in the receipt. */
export function createScorer(input: SuggestInput, use: readonly Signal[] = signals): Scorer {
  const library = input.library ?? prepareLibrary(input.assets)
  const readers = use.map((signal) => ({ signal, reader: signal.prepare(input, library) }))
  return {
    library,
    readers,
    score(index) {
      const asset = input.assets[index]
      if (!asset) return 0
      let sum = 0
      for (const { signal, reader } of readers) sum += signal.weight * reader.value(asset, index)
      return sum
    },
  }
}
