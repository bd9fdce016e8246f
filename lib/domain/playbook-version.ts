import * as z from 'zod/mini'
import type { Definition } from './definitions/definition'
import type { Playbook } from './playbook'
import { say, sayCount, sentence, type Sentence } from './sentence'

/** A playbook that was in force: which, since when, by whom, and what it changed. */
export const playbookVersion = z.strictObject({ version: z.string(), at: z.number(), by: z.optional(z.string()), changes: z.array(sentence) })
export type PlaybookVersion = z.infer<typeof playbookVersion>

/** The edited playbook as the next version of the one in force; definitions that say something else get their own next version. */
export function nextPlaybook(current: Playbook, edited: Playbook, { at, by }: { at: number; by?: string | undefined }): Playbook {
  const before = new Map((current.definitions ?? []).map((definition) => [definition.id, definition]))
  const definitions = edited.definitions?.map((definition) => nextDefinition(before.get(definition.id), definition, at))
  return { ...edited, ...(definitions ? { definitions } : {}), version: String(Number(current.version) + 1), savedAt: at, savedBy: by }
}

function nextDefinition(before: Definition | undefined, after: Definition, at: number): Definition {
  if (!before) return { ...after, version: 1, at }
  if (same([before.label, before.clauses], [after.label, after.clauses])) return { ...after, version: before.version, at: before.at }
  return { ...after, version: before.version + 1, at }
}

const parts = ['stages', 'personas', 'industries', 'products', 'definitions', 'promotions'] as const

/** What one version changed against the one before it, a sentence each. */
export function playbookChanges(before: Playbook, after: Playbook): Sentence[] {
  const changes = parts.flatMap((part) => {
    const [old, fresh] = [before[part] ?? [], after[part] ?? []]
    return countsOf(part, old, fresh)
  })
  const reasons = countsOf('reasons', Object.values(before.reasons).flat(), Object.values(after.reasons).flat())
  const promised = same(before.promises, after.promises) ? [] : [say('playbookChange.promises')]
  return [...changes, ...reasons, ...promised]
}

function countsOf(part: string, old: readonly { id: string }[], fresh: readonly { id: string }[]): Sentence[] {
  const before = new Map(old.map((entry) => [entry.id, entry]))
  const after = new Set(fresh.map(({ id }) => id))
  const added = fresh.filter(({ id }) => !before.has(id)).length
  const removed = old.filter(({ id }) => !after.has(id)).length
  const changed = fresh.filter((entry) => before.has(entry.id) && !same(before.get(entry.id), entry)).length
  const counted = ([['added', added], ['changed', changed], ['removed', removed]] as const).filter(([, count]) => count > 0)
  return counted.map(([what, count]) => sayCount(`playbookChange.${what}`, count, { say: `playbookPart.${part}` }))
}

function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

/** JSON with sorted keys and nothing undefined: copies that came by different ways are the same. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (
    inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([x], [y]) => (x < y ? -1 : 1))) : inner
  )) ?? ''
}
