import { matchesGlob, matchesHost } from './patterns.ts'
import { createRandom } from './random.ts'
import type { FaultEffect, FaultRule, Faults } from './types.ts'

interface ActiveRule {
  id: string
  rule: FaultRule
  random: () => number
  seen: number
  taken: number
  waiting: Set<() => void>
}

/** A rule that takes part in one request. */
export interface TakenFault {
  id: string
  effect: FaultEffect
  /** Resolves on `release`, or when the rule is removed. */
  held(): Promise<void>
}

export interface FaultBook extends Faults {
  /** The rules that take this request, in order; counts them as taken. */
  take(request: Request): TakenFault[]
}

/** Keeps fault rules and decides which of them strike a request. */
export function createFaults(): FaultBook {
  const rules = new Map<string, ActiveRule>()
  let lastId = 0

  const letGo = (active: ActiveRule): void => {
    for (const resume of active.waiting) resume()
    active.waiting.clear()
  }
  const chosen = (id: string | undefined): ActiveRule[] => [...rules.values()].filter((active) => id === undefined || active.id === id)

  return {
    add(rule) {
      const id = `f${++lastId}`
      rules.set(id, { id, rule, random: createRandom(rule.seed ?? 1), seen: 0, taken: 0, waiting: new Set() })
      return id
    },
    remove(id) {
      for (const active of chosen(id)) letGo(active)
      rules.delete(id)
    },
    clear() {
      for (const active of rules.values()) letGo(active)
      rules.clear()
    },
    release(id) {
      for (const active of chosen(id)) letGo(active)
    },
    held(id) {
      return chosen(id).reduce((sum, active) => sum + active.waiting.size, 0)
    },
    list() {
      return [...rules.values()].map(({ id, rule, taken }) => ({ id, rule, taken }))
    },
    take(request) {
      return [...rules.values()]
        .filter((active) => strikes(active, request))
        .map((active) => ({
          id: active.id,
          effect: active.rule.effect,
          held: () => new Promise<void>((resume) => active.waiting.add(resume)),
        }))
    },
  }
}

function strikes(active: ActiveRule, request: Request): boolean {
  const { rule } = active
  const url = new URL(request.url)
  if (rule.host !== undefined && !matchesHost(url.hostname, rule.host)) return false
  if (rule.method !== undefined && rule.method.toUpperCase() !== request.method) return false
  if (rule.path !== undefined && !matchesGlob(url.pathname + url.search, rule.path) && !matchesGlob(url.pathname, rule.path)) return false
  active.seen += 1
  if (active.seen <= (rule.skip ?? 0)) return false
  if (active.taken >= (rule.count ?? Infinity)) return false
  if (rule.probability !== undefined && active.random() >= rule.probability) return false
  active.taken += 1
  return true
}
