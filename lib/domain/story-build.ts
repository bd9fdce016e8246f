import { labelTouches } from './agent/label-touches'
import { unknownAgent } from './agent/rules'
import type { Asset } from './asset'
import { indexOf } from './story/asset-index'
import { groupStories } from './story/group-stories'
import { createKeyer, type KeyedTouch } from './story/keyed-touch'
import { mergeTouches } from './story/merge-touches'
import type { RawTouch, Story, Touch, TouchKind } from './touch'

export interface StoryInput {
  /** All touches of all sources and of all records that are the person, in any order. */
  raw: readonly RawTouch[]
  assets: readonly Asset[]
}

export interface StoryCounts { stories: number; human: number; machine: number; unknown: number; kinds: Partial<Record<TouchKind, number>> }

export interface BuiltStories {
  /** Newest first. */
  touches: Touch[]
  /** Newest first by what a person did last. */
  stories: Story[]
  counts: StoryCounts
}

/** The content story of a person: duplicates merged, every touch labelled with who did it, grouped by item, matched with the library. */
export function buildStories({ raw, assets }: StoryInput): BuiltStories {
  const agents = labelTouches(raw)
  const toKeyed = createKeyer(indexOf(assets))
  const keyed = raw.map((touch, position) => toKeyed(touch, agents[position] ?? unknownAgent))
  const touches = mergeTouches(keyed).map(toTouch).sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
  const stories = groupStories(touches)
  return { touches, stories, counts: countTouches(touches, stories) }
}

function toTouch({ raw, agent, kind, title, assetId, contentKey }: KeyedTouch): Touch {
  const { id, at, url, campaign, origin, seconds, progress, dayOnly } = raw
  return { id, at, kind, title, url, contentKey, assetId, campaign, origin, agent, seconds, progress, dayOnly }
}

function countTouches(touches: readonly Touch[], stories: readonly Story[]): StoryCounts {
  const counts: StoryCounts = { stories: stories.length, human: 0, machine: 0, unknown: 0, kinds: {} }
  for (const { agent } of touches) counts[agent.by] += 1
  for (const { kind } of stories) counts.kinds[kind] = (counts.kinds[kind] ?? 0) + 1
  return counts
}
