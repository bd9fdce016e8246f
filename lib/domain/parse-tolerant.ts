import * as z from 'zod/mini'

export type Tolerant<T> = { success: true; data: T } | { success: false; detail: string }

/**
 * Parses what a newer release may have written: fields this release does not know are left out of `data`, and are no error.
 * Who stores keeps the original, so that nothing is lost on the way back.
 */
export function parseTolerant<T>(schema: z.core.$ZodType<T>, value: unknown): Tolerant<T> {
  const first = z.safeParse(schema, value)
  if (first.success) return first
  const unknown = unknownIn(first.error.issues)
  if (!unknown || unknown.length === 0) return { success: false, detail: describe(first.error) }
  const copy: unknown = structuredClone(value)
  for (const { path, keys } of unknown) for (const key of keys) remove(copy, path, key)
  const second = z.safeParse(schema, copy)
  return second.success ? second : { success: false, detail: describe(second.error) }
}

interface Unknown { path: readonly PropertyKey[]; keys: readonly string[] }

/** Where unknown fields stand, if they are all that is wrong; of several forms a value may have, in the first where that is so. */
function unknownIn(issues: readonly z.core.$ZodIssue[], under: readonly PropertyKey[] = []): Unknown[] | undefined {
  const found: Unknown[] = []
  for (const issue of issues) {
    const path = [...under, ...issue.path]
    const here = issue.code === 'unrecognized_keys' ? [{ path, keys: issue.keys }]
      : issue.code === 'invalid_union' ? issue.errors.map((form) => unknownIn(form, path)).find((form) => form !== undefined) : undefined
    if (!here) return undefined
    found.push(...here)
  }
  return found
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
