import fc from 'fast-check'
import * as z from 'zod/mini'
import { expect, it } from 'vitest'
import { createHubspotConnector } from '@/lib/connectors/hubspot/connector'
import { AppError } from '@/lib/domain/errors'
import { snapshot } from '@/lib/domain/snapshot'
import { createCache } from '../../salesforce/sandbox-harness'
import { harness, leadRef } from '../sandbox-harness'

type Json = unknown

/** A copy of an answer with one of its values replaced, picked by its place in document order. */
function mutated(value: Json, place: number, replacement: Json): Json {
  let index = 0
  const walk = (node: Json): Json => {
    if (index++ === place) return replacement
    if (Array.isArray(node)) return node.map(walk)
    if (typeof node === 'object' && node !== null) return Object.fromEntries(Object.entries(node).map(([key, member]) => [key, walk(member)]))
    return node
  }
  return walk(value)
}

it('F27 S37 makes a whole snapshot or an error with a kind of every answer that is not as agreed', async () => {
  const h = harness()
  await h.ready()
  const answers = new Map<string, Json>()
  const keyOf = (request: Request) => `${request.method} ${new URL(request.url).pathname}`
  const record: typeof fetch = async (input, init) => {
    const request = new Request(input, init)
    const answer = await h.sandbox.fetch(request)
    answers.set(keyOf(request), await answer.clone().json())
    return answer
  }
  await createHubspotConnector({ ...h.deps, fetch: record }).open(leadRef('55402'))
  expect(answers.size).toBeGreaterThanOrEqual(10)

  const outcomes = { whole: 0, refused: 0 }
  await fc.assert(fc.asyncProperty(fc.constantFrom(...answers.keys()), fc.nat(60), fc.oneof(fc.jsonValue(), fc.constantFrom(undefined, 1e308, '\u0000', '__proto__')), async (key, place, replacement) => {
    const replay: typeof fetch = async (input, init) => {
      const request = new Request(input, init)
      const answer = answers.get(keyOf(request))
      const body = keyOf(request) === key ? mutated(answer, place, replacement) : answer
      return new Response(JSON.stringify(body) ?? '', { headers: { 'content-type': 'application/json' } })
    }
    const connector = createHubspotConnector({ ...h.deps, cache: createCache(h.now), fetch: replay })
    try {
      const read = await connector.open(leadRef('55402'))
      expect(z.safeParse(snapshot, read).error).toBeUndefined()
      expect(read.person.ref).toEqual(leadRef('55402'))
      outcomes.whole += 1
    } catch (error) {
      expect(error).toBeInstanceOf(AppError)
      expect(['bad-reply', 'not-found', 'wrong-org']).toContain(error instanceof AppError ? error.kind : 'none')
      outcomes.refused += 1
    }
  }), { numRuns: 300 })
  expect(Math.min(outcomes.whole, outcomes.refused)).toBeGreaterThan(0)
})
