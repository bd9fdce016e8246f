import type { Asset } from '../asset'
import type { Profile } from '../person'
import { labelKey, say, type Sentence } from '../sentence'
import type { Explanation, Signal } from './signal'

type Family = 'persona' | 'industry'
const fields = { persona: 'personas', industry: 'industries' } as const

/** 1 where the asset names what the person is, `other` where it names only others, 0 where either says nothing. */
function fit(family: Family, asset: Asset, profile: Profile, other: number): number {
  const own = profile[family]
  const made = asset[fields[family]]
  if (own === undefined || made.length === 0) return 0
  return made.includes(own) ? 1 : other
}

function explainFit(family: Family, asset: Asset, profile: Profile): Explanation {
  const value = fit(family, asset, profile, -1)
  if (value === 0) return {}
  const name = { say: labelKey(family, profile[family] ?? '') }
  return value > 0 ? { why: say(`suggest.${family}`, name) } : { misfit: say(`suggest.not_${family}`, name) }
}

/** A signal about one property of the person; `other` is what an asset made for somebody else gets. */
export const fitSignal = (family: Family, weight: number, other: number): Signal => ({
  name: family,
  weight,
  prepare: ({ profile }) => ({ value: (asset) => fit(family, asset, profile, other), explain: (asset) => explainFit(family, asset, profile) }),
})

/** Why an asset fits a person, for search results: its strongest property, if any. */
export function fitOf(asset: Asset, profile: Profile): Sentence | undefined {
  const named = (['industry', 'persona'] as const).map((family) => explainFit(family, asset, profile).why).find((why) => why !== undefined)
  if (named) return named
  return profile.stage !== undefined && asset.stages.includes(profile.stage) ? say('suggest.stage', { say: labelKey('stage', profile.stage) }) : undefined
}
