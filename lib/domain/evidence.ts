import { fnv1a64 } from './digest'
import type { Evidence } from './ledger'
import type { Person, Profile } from './person'
import type { Playbook } from './playbook'
import type { Story } from './touch'

export interface EvidenceInput {
  person: Person
  profile: Profile
  /** All of them, newest first. */
  stories: readonly Story[]
  playbook: Playbook
}

const keptStories = 5
const keptCampaigns = 20

/** What the rep could see when judging: the whole story as a digest, its newest part readable. */
export function makeEvidence({ person, profile, stories, playbook }: EvidenceInput): Evidence {
  const campaigns = new Set(stories.flatMap((story) => story.campaigns))
  return {
    playbook: playbook.version,
    source: person.source,
    campaigns: [...campaigns].slice(0, keptCampaigns),
    score: person.score?.value,
    stage: profile.stage,
    persona: profile.persona,
    industry: profile.industry,
    digest: storyDigest(stories),
    stories: stories.slice(0, keptStories).map(({ key, title, assetId, count, last }) => ({ key, title, assetId, count, last })),
  }
}

/** The same for the same stories in any order; another as soon as one touch is added. */
export function storyDigest(stories: readonly Story[]): string {
  const lines = stories.map(({ key, count, human, last }) => `${key}\t${count}\t${human}\t${last}`)
  return fnv1a64(lines.sort().join('\n'))
}
