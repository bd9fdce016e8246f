import type { Asset } from '../asset'
import type { Sentence } from '../sentence'
import type { SuggestInput } from './types'

/** What one signal says about one asset: `value` -1 to 1, and the sentence a rep reads where it speaks for or against. */
export interface SignalReading { value: number; why?: Sentence | undefined; misfit?: Sentence | undefined }

/** One signal a file. `prepare` runs once per person, the reader it returns once per asset. */
export interface Signal {
  name: string
  weight: number
  prepare(input: SuggestInput): (asset: Asset) => SignalReading
}
