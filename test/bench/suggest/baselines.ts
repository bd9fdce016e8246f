import { subjectTerms } from '@/lib/domain/suggest/terms'
import type { ConsumptionSet } from './data.ts'
import type { Model, Question } from './replay.ts'

const day = 86_400_000

/** How often each item was consumed. */
export function popularity(size: number): Model {
  const counts = new Float64Array(size)
  return { name: 'popularity', watch: (_, item) => { counts[item] = (counts[item] ?? 0) + 1 }, score: () => counts }
}

/** The same, each act halved every 30 days. */
export function recentPopularity(size: number): Model {
  const mass = new Float64Array(size)
  const touched = new Float64Array(size)
  const at = (item: number, now: number) => (mass[item] ?? 0) * 0.5 ** ((now - (touched[item] ?? 0)) / day / 30)
  return {
    name: 'recent popularity, 30 d',
    watch(_, item, now) {
      mass[item] = at(item, now) + 1
      touched[item] = now
    },
    score: ({ now }) => mass.map((_, item) => at(item, now)),
  }
}

/** Item-item cosine over people with shrinkage 2; history decays by 0.7 an item where there is an order. */
export function itemItem(size: number, timed: boolean): Model {
  const paths = new Map<string, number[]>()
  const readers = new Map<number, number[][]>()
  return {
    name: 'item-item cosine, shrink 2',
    watch(user, item) {
      const path = paths.get(user) ?? []
      paths.set(user, path)
      path.push(item)
      readers.set(item, [...(readers.get(item) ?? []), path])
    },
    score({ own }) {
      const scores = new Float64Array(size)
      const together = new Float64Array(size)
      for (const [back, { item }] of [...own].reverse().entries()) {
        const weight = timed ? 0.7 ** back : 1
        if (weight < 1e-4) break
        const mine = readers.get(item) ?? []
        const touched: number[] = []
        for (const path of mine) {
          for (const other of path) {
            if (!together[other]) touched.push(other)
            together[other] = (together[other] ?? 0) + 1
          }
        }
        for (const other of touched) {
          scores[other] = (scores[other] ?? 0) + (weight * (together[other] ?? 0)) / (Math.sqrt(mine.length * (readers.get(other)?.length ?? 0)) + 2)
          together[other] = 0
        }
      }
      return scores
    },
  }
}

type Postings = Map<string, { item: number; count: number }[]>

/** Closeness of texts: TF-IDF cosine with the whole history, decaying by 0.9 an item where there is an order. */
export function tfIdf({ items }: ConsumptionSet, timed: boolean): Model {
  const { postings, termsOf } = invert(items)
  const idf = (term: string) => Math.log(items.length / Math.max(1, postings.get(term)?.length ?? 1))
  const norms = new Float64Array(items.length)
  for (const [term, list] of postings) for (const { item, count } of list) norms[item] = (norms[item] ?? 0) + (count * idf(term)) ** 2
  return {
    name: 'content TF-IDF cosine',
    watch: () => undefined,
    score({ own }) {
      const query = new Map<string, number>()
      for (const [back, { item }] of [...own].reverse().entries()) {
        const weight = (timed ? 0.9 ** back : 1) / Math.sqrt(norms[item] || 1)
        for (const [term, count] of termsOf(item)) query.set(term, (query.get(term) ?? 0) + weight * count * idf(term))
      }
      const scores = new Float64Array(items.length)
      for (const [term, weight] of query) for (const { item, count } of postings.get(term) ?? []) scores[item] = (scores[item] ?? 0) + (weight * count * idf(term)) / Math.sqrt(norms[item] || 1)
      return scores
    },
  }
}

/** BM25 with the text of the last three items as the query. */
export function lastThree({ items }: ConsumptionSet): Model {
  const { postings, termsOf, lengths } = invert(items)
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
  return {
    name: 'content BM25, last 3 items',
    watch: () => undefined,
    score({ own }) {
      const scores = new Float64Array(items.length)
      for (const { item } of own.slice(-3)) {
        for (const term of termsOf(item).keys()) {
          const list = postings.get(term) ?? []
          const idf = Math.log(1 + (items.length - list.length + 0.5) / (list.length + 0.5))
          for (const { item: other, count } of list) scores[other] = (scores[other] ?? 0) + (idf * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * (lengths[other] ?? 0)) / average))
        }
      }
      return scores
    },
  }
}

/** Two models, each divided by its highest score, added. */
export function mixed(name: string, a: Model, b: Model): Model {
  const scaled = (model: Model, question: Question) => {
    const scores = model.score(question)
    const most = scores.reduce((best, score) => Math.max(best, score), 0) || 1
    return scores.map((score) => score / most)
  }
  return {
    name,
    watch: () => undefined,
    score(question) {
      const [left, right] = [scaled(a, question), scaled(b, question)]
      return left.map((score, item) => score + (right[item] ?? 0))
    },
  }
}

function invert(items: ConsumptionSet['items']) {
  const counts = items.map(({ text }) => {
    const own = new Map<string, number>()
    for (const term of subjectTerms(text)) own.set(term, (own.get(term) ?? 0) + 1)
    return own
  })
  const postings: Postings = new Map()
  for (const [item, own] of counts.entries()) for (const [term, count] of own) postings.set(term, [...(postings.get(term) ?? []), { item, count }])
  return { postings, termsOf: (item: number) => counts[item] ?? new Map<string, number>(), lengths: counts.map((own) => [...own.values()].reduce((sum, count) => sum + count, 0)) }
}
