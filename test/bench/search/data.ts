import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readLines, setName } from '../data-sets.ts'
import { createRandom, zipf } from '../random.ts'
import { wordAt } from '../synthetic-assets.ts'

export interface SearchDocument { id: string; title: string; body: string }
export interface SearchSet { name: string; docs: SearchDocument[]; queries: { id: string; text: string }[]; relevant: ReadonlyMap<string, ReadonlySet<string>> }

export function readSearchSet(folder: string): SearchSet {
  const relevant = new Map<string, Set<string>>()
  for (const row of readFileSync(join(folder, 'qrels.tsv'), 'utf8').split('\n')) {
    const [query, doc, grade] = row.split('\t')
    if (!query || !doc || !(Number(grade ?? 1) > 0)) continue
    relevant.set(query, (relevant.get(query) ?? new Set()).add(doc))
  }
  return { name: setName(folder), docs: readLines(folder, 'docs.jsonl'), queries: readLines(folder, 'queries.jsonl'), relevant }
}

const seed = 3
const topics = 60

/** Documents about one of 60 topics, each with words of its own amid everybody's; a query asks for a topic with four of its words. */
export function syntheticSearch(): SearchSet {
  const random = createRandom(seed)
  const own = (topic: number) => wordAt(1000 + topic * 25 + zipf(25, random))
  const common = () => wordAt(zipf(900, random))
  const text = (topic: number, length: number, share: number) => Array.from({ length }, () => (random() < share ? own(random() < 0.8 ? topic : Math.floor(random() * topics)) : common())).join(' ')
  const docs = Array.from({ length: 1500 }, (_, index) => ({ id: `d${index}`, title: text(index % topics, 7, 0.3), body: text(index % topics, 60, 0.15) }))
  const queries = Array.from({ length: topics }, (_, topic) => ({ id: `q${topic}`, text: text(topic, 5, 0.7) }))
  const relevant = new Map(queries.map(({ id }, topic) => [id, new Set(docs.filter((_, index) => index % topics === topic).map((doc) => doc.id))]))
  return { name: 'synthetic', docs, queries, relevant }
}
