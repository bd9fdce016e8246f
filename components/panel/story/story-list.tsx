import { Suspense } from 'react'
import type { Story } from '@/lib/domain/touch'
import { LongList } from '../later-parts'
import { StoryRow } from './story-row'

const plainUpTo = 40

export function StoryList({ stories }: { stories: readonly Story[] }) {
  const beginning = <PlainList stories={stories.slice(0, plainUpTo)} />
  return stories.length > plainUpTo ? <Suspense fallback={beginning}><LongList stories={stories} /></Suspense> : beginning
}

function PlainList({ stories }: { stories: readonly Story[] }) {
  return <ul className="-mx-1.5">{stories.map((story) => <StoryRow key={story.key} story={story} />)}</ul>
}
