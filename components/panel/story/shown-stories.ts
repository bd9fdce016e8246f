import type { Story, TouchKind } from '@/lib/domain/touch'

export interface StoryFilter {
  /** None: all kinds. */
  kinds: readonly TouchKind[]
  /** Whether items only machines touched are shown too. */
  machines: boolean
}

export function shownStories(stories: readonly Story[], { kinds, machines }: StoryFilter): Story[] {
  return stories.filter((story) => (machines || story.count > story.machine) && (kinds.length === 0 || kinds.includes(story.kind)))
}
