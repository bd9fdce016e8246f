import { fnv1a64 } from './digest'
import { toEvidence, type DefinitionView } from './definitions/definition'
import { influencesOn } from './influence'
import type { Evidence } from './ledger'
import type { Person, Profile } from './person'
import type { Playbook } from './playbook'
import { unmappedValues } from './profile'
import type { Story } from './touch'

export interface EvidenceInput {
  person: Person
  profile: Profile
  /** All of them, newest first. */
  stories: readonly Story[]
  playbook: Playbook
  /** The playbook's definitions, put to this person at that moment. */
  definitions?: readonly DefinitionView[] | undefined
}

const keptStories = 5
const keptCampaigns = 20
const longestWord = 120

/** What the rep could see when judging: the whole story as a digest, its newest part readable. */
export function makeEvidence({ person, profile, stories, playbook, definitions = [] }: EvidenceInput): Evidence {
  const influences = firstAndLast(influencesOn(person, stories))
  return {
    playbook: playbook.version,
    source: person.source,
    campaigns: influences.map(({ name }) => name),
    ...(influences.length > 0 ? { influences } : {}),
    score: person.score?.value,
    stage: profile.stage,
    persona: profile.persona,
    industry: profile.industry,
    digest: storyDigest(stories),
    stories: stories.slice(0, keptStories).map(({ key, title, assetId, count, last }) => ({ key, title, assetId, count, last })),
    ...(definitions.length > 0 ? { definitions: definitions.map(toEvidence) } : {}),
    ...unmappedOf(person, playbook),
  }
}

/** Words the playbook does not cover are told with the verdict, so that marketing learns of them wherever leads are judged. */
function unmappedOf(person: Person, playbook: Playbook): Pick<Evidence, 'unmapped'> {
  const { stages, titles, industries } = unmappedValues([person], playbook)
  const named = ([['stages', stages], ['personas', titles], ['industries', industries]] as const).filter(([, values]) => values.length > 0)
  if (named.length === 0) return {}
  return { unmapped: Object.fromEntries(named.map(([family, values]) => [family, values.map(({ value }) => value.slice(0, longestWord))])) }
}

/** Where there are too many, the one that began it all stays. */
function firstAndLast<T>(campaigns: readonly T[]): T[] {
  return campaigns.length <= keptCampaigns ? [...campaigns] : [...campaigns.slice(0, keptCampaigns - 1), ...campaigns.slice(-1)]
}

/** The same for the same stories in any order; another as soon as one touch is added. */
export function storyDigest(stories: readonly Story[]): string {
  const lines = stories.map(({ key, count, human, last }) => `${key}\t${count}\t${human}\t${last}`)
  return fnv1a64(lines.sort().join('\n'))
}
