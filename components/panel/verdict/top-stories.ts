import type { Story } from '@/lib/domain/touch'

/** The stories people themselves touched, deepest and most often first. */
export function topStories(stories: readonly Story[], limit = 3): Story[] {
  const weight = (story: Story) => story.depth * 2 + Math.log2(1 + story.human)
  return stories.filter((story) => story.human > 0).sort((a, b) => weight(b) - weight(a) || b.last - a.last).slice(0, limit)
}
