import { readLines, setName } from '../data-sets.ts'
import { createRandom, zipf } from '../random.ts'

export interface ConsumptionEvent { user: string; item: string; at?: number; order?: number }
export interface ConsumptionSet { name: string; items: { id: string; text: string }[]; events: ConsumptionEvent[] }

export function readConsumption(folder: string): ConsumptionSet {
  return { name: setName(folder), items: readLines(folder, 'items.jsonl'), events: readLines(folder, 'events.jsonl') }
}

const seed = 11
const subjects = 12
const dayS = 86_400

/** People with one or two interests who read what is close to what they read before, and what is popular: 400 people, 300 items. */
export function syntheticConsumption(): ConsumptionSet {
  const random = createRandom(seed)
  const word = (subject: number) => `w${subject}x${zipf(30, random)}`
  const items = Array.from({ length: 300 }, (_, index) => ({ id: `i${index}`, subject: index % subjects }))
  const texts = items.map(({ id, subject }) => ({ id, text: Array.from({ length: 12 }, () => (random() < 0.7 ? word(subject) : word(subjects + zipf(6, random)))).join(' ') }))
  const events: ConsumptionEvent[] = []
  for (let user = 0; user < 400; user += 1) {
    const interests = [zipf(subjects, random), Math.floor(random() * subjects)]
    let at = Math.floor(random() * 300 * dayS)
    for (let count = 6 + zipf(30, random); count > 0; count -= 1) {
      const subject = interests[random() < 0.7 ? 0 : 1] ?? 0
      const index = random() < 0.85 ? subject + subjects * zipf(25, random) : zipf(300, random)
      at += Math.floor(random() * 5 * dayS)
      events.push({ user: `u${user}`, item: `i${index}`, at })
    }
  }
  return { name: 'synthetic', items: texts, events: events.sort((a, b) => (a.at ?? 0) - (b.at ?? 0)) }
}
