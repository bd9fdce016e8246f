import type { Factor } from '@/lib/domain/why/factor'
import type { Story, Touch } from '@/lib/domain/touch'

/** The touches a factor or a clause rests on, newest first; `elsewhere` counts those that the story below holds and this list does not. */
export function evidenceOf(factor: Pick<Factor, 'touchIds'>, stories: readonly Story[], limit: number): { touches: Touch[]; elsewhere: number } {
  const wanted = new Set(factor.touchIds)
  const found = stories.flatMap((story) => story.touches).filter((touch) => wanted.has(touch.id)).sort((a, b) => b.at - a.at)
  const touches = found.slice(0, limit)
  return { touches, elsewhere: wanted.size - touches.length }
}
