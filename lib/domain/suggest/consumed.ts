import type { Story } from '../touch'

/** Something a person consumed, with what it says about their interest now, 0 to 1. */
export interface Consumed { story: Story; key: string; weight: number }

const day = 86_400_000
const halfLifeDays = 45
/** Stories looked back on; older ones say nothing about now. */
const most = 40

/**
 * Stories a person (no machine) consumed, newest first, weighted by depth, by age (halved every 45 days after the newest) and by how many
 * other moments lie between (`stepDecay` each).
 */
export function consumedBy(stories: readonly Story[], stepDecay: number): Consumed[] {
  const read = stories.filter(({ human }) => human > 0).sort((a, b) => b.last - a.last).slice(0, most + sameMoment(stories))
  const newest = read[0]?.last ?? 0
  let steps = 0
  return read.map((story, index) => {
    const before = read[index - 1]
    if (before && before.last !== story.last) steps += 1
    const age = (newest - story.last) / day
    return { story, key: story.assetId ?? story.key, weight: (0.4 + 0.6 * story.depth) * 0.5 ** (age / halfLifeDays) * stepDecay ** steps }
  })
}

/** The items whose followers say what this person may go on to. */
export function itemsConsumed(stories: readonly Story[]): string[] {
  return [...new Set(consumedBy(stories, 1).flatMap(({ key, story }) => [key, story.key]))]
}

/** Where a source knows no order all stories share one moment, and none of them is the older one. */
function sameMoment(stories: readonly Story[]): number {
  const [first] = stories
  return first && stories.every(({ last }) => last === first.last) ? stories.length : 0
}
