import type { Asset } from '../asset'
import type { Sentence } from '../sentence'
import type { PreparedLibrary } from './prepared-library'
import type { SuggestInput } from './types'

/** Why a signal moved a score: a sentence for it, one against it, or neither where it moved nothing worth a sentence. */
export interface Explanation { why?: Sentence | undefined; misfit?: Sentence | undefined }

/** One signal about one person, ready to read. */
export interface SignalReader {
  /** -1 speaks against the asset, 1 for it, 0 says nothing. `index` is the asset's place in the library. */
  value(asset: Asset, index: number): number
  /** Asked only for what is shown. */
  explain(asset: Asset, index: number): Explanation
}

/** One signal a file. `prepare` runs once per person, its reader once per asset. */
export interface Signal {
  name: string
  weight: number
  prepare(input: SuggestInput, library: PreparedLibrary): SignalReader
}

export const silent: SignalReader = { value: () => 0, explain: () => ({}) }
