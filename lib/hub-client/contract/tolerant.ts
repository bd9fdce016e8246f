import * as z from 'zod/mini'

export type Tolerant<T> = { success: true; data: T } | { success: false; detail: string }

/**
 * Parses what a newer release may have written: fields this release does not know are left out of `data`, and are no error.
 * Who stores keeps the original, so that nothing is lost on the way back.
 */
export function parseTolerant<T>(schema: z.core.$ZodType<T>, value: unknown): Tolerant<T> {
  const first = z.safeParse(schema, value)
  if (first.success) return first
  const unknown = first.error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? [{ path: issue.path, keys: issue.keys }] : []))
  if (unknown.length === 0 || unknown.length < first.error.issues.length) return { success: false, detail: describe(first.error) }
  const copy: unknown = structuredClone(value)
  for (const { path, keys } of unknown) for (const key of keys) remove(copy, path, key)
  const second = z.safeParse(schema, copy)
  return second.success ? second : { success: false, detail: describe(second.error) }
}

function remove(root: unknown, path: readonly PropertyKey[], key: string): void {
  const holder = path.reduce<unknown>((value, step) => (isBag(value) ? value[String(step)] : undefined), root)
  if (isBag(holder)) delete holder[key]
}

function isBag(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** Where and what, never the value: a value may be personal. */
function describe(error: z.core.$ZodError): string {
  return error.issues.slice(0, 3).map(({ path, code }) => `${path.join('.') || 'document'}: ${code}`).join('; ')
}
