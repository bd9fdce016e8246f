import type { Person } from '@/lib/domain/person'
import { buildStories } from '@/lib/domain/story-build'
import type { RawTouch } from '@/lib/domain/touch'
import type { Factor, WhyInput } from '@/lib/domain/why/factor'
import { makePerson, makeRaw, now } from '../make'

/** What the panel hands in: stories of human acts, so many days ago. */
export function makeInput(acts: (Partial<RawTouch> & { daysAgo?: number })[], person: Partial<Person> = {}): WhyInput {
  const raw = acts.map(({ daysAgo = 0, ...over }, index) =>
    makeRaw({ id: `t${index}`, at: now - daysAgo * 86_400_000, signals: { deliberate: true }, url: `https://www.example.com/p${index}`, title: `Page ${index}`, ...over }))
  const { stories, touches } = buildStories({ raw, assets: [] })
  return { person: makePerson(person), stories, touches: touches.filter(({ agent }) => agent.by === 'human'), now }
}

/** The catalogue entry with its values, readable in a table. */
export function told(factor: Factor | undefined): string | undefined {
  return factor && [factor.sentence.id, ...factor.sentence.values.map((value) => (typeof value === 'object' ? JSON.stringify(value) : value))].join(' ')
}
