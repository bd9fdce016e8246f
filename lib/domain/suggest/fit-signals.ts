import type { Asset } from '../asset'
import type { Profile } from '../person'
import { say, type Sentence } from '../sentence'
import type { Signal, SignalReading } from './signal'

type Family = 'stage' | 'persona' | 'industry'
const fields = { stage: 'stages', persona: 'personas', industry: 'industries' } as const

/** Fit of one property: 1 where the asset names it, -0.5 where it names only others, 0 where either says nothing. */
function fit(family: Family, asset: Asset, profile: Profile): SignalReading {
  const own = profile[family]
  const made = asset[fields[family]]
  if (!own || made.length === 0) return { value: 0 }
  if (made.includes(own)) return { value: 1, why: say(`suggest.${family}`, { say: `${family}.${own}` }) }
  return { value: -0.5, misfit: say(`suggest.not-${family}`, { say: `${family}.${own}` }) }
}

const fitSignal = (family: Family, weight: number): Signal => ({ name: family, weight, prepare: ({ profile }) => (asset) => fit(family, asset, profile) })

export const stageSignal = fitSignal('stage', 0.5)
export const personaSignal = fitSignal('persona', 0.4)
export const industrySignal = fitSignal('industry', 0.4)

/** Why an asset fits a person, for search results: its strongest property, if any. */
export function fitOf(asset: Asset, profile: Profile): Sentence | undefined {
  return (['industry', 'persona', 'stage'] as const).map((family) => fit(family, asset, profile).why).find((why) => why !== undefined)
}
