import * as z from 'zod/mini'
import type { requestEvent } from './ledger'
import type { RequestAnswer } from './request-answer'

const text = z.optional(z.string())

/** Requests that ask for the same, of whomever: what marketing is asked to make or find. Times are epoch milliseconds. */
export const need = z.strictObject({
  key: z.string(),
  /** As it was asked for last. */
  query: z.string(),
  stage: text,
  industry: text,
  /** Personas of the leads it was asked for. */
  personas: z.array(z.string()),
  count: z.number(),
  first: z.number(),
  last: z.number(),
  /** Not answered yet. */
  openIds: z.array(z.string()),
  ids: z.array(z.string()),
  answers: z.array(z.strictObject({ id: z.string(), assetId: z.string(), at: z.number() })),
})
export type Need = z.infer<typeof need>

export type RequestEvent = z.infer<typeof requestEvent>

/** Two requests or misses are the same where words, stage and industry are. `words`: the query's own, brought together by stem. */
export function needKey(words: string, asked: { stage?: string | undefined; industry?: string | undefined }): string {
  return [words, asked.stage ?? '', asked.industry ?? ''].join('|')
}

/** Requests merged by what they ask for: open ones first, those asked for most often before the others. */
export function needsOf(requests: readonly RequestEvent[], answers: readonly RequestAnswer[], wordsOf: (query: string) => string): Need[] {
  const answered = new Map(answers.flatMap((answer) => answer.requestIds.map((id) => [id, answer] as const)))
  const groups = Map.groupBy([...requests].sort((a, b) => a.at - b.at), (request) => needKey(wordsOf(request.query), request))
  const needs = [...groups].map(([key, asked]) => toNeed(key, asked, answered))
  return needs.sort((a, b) => b.openIds.length - a.openIds.length || b.count - a.count || b.last - a.last)
}

function toNeed(key: string, asked: readonly RequestEvent[], answered: ReadonlyMap<string, RequestAnswer>): Need {
  const [oldest, newest] = [asked[0], asked.at(-1)]
  const given = new Set(asked.flatMap(({ id }) => answered.get(id) ?? []))
  return {
    key, query: newest?.query ?? '', stage: newest?.stage, industry: newest?.industry,
    personas: [...new Set(asked.flatMap(({ persona }) => persona ?? []))],
    count: asked.length, first: oldest?.at ?? 0, last: newest?.at ?? 0,
    ids: asked.map(({ id }) => id), openIds: asked.flatMap(({ id }) => (answered.has(id) ? [] : [id])),
    answers: [...given].map(({ id, assetId, updatedAt }) => ({ id, assetId, at: updatedAt })),
  }
}
