import * as z from 'zod/mini'

/**
 * Fields of a newer release that this one does not know, kept apart while it works on the rest: at one level (`fields`), below fields it
 * knows (`under`), and in entries of a list (`items`), each named by the entry's id or by the whole of what is known of it.
 */
export interface LaterFields {
  fields?: Record<string, unknown> | undefined
  under?: Record<string, LaterFields> | undefined
  items?: { of: unknown; later: LaterFields }[] | undefined
}

const bag = z.record(z.string(), z.unknown())
export const laterFields: z.ZodMiniType<LaterFields> = z.strictObject({
  fields: z.optional(bag),
  under: z.optional(z.record(z.string(), z.lazy(() => laterFields))),
  items: z.optional(z.array(z.strictObject({ of: z.unknown(), later: z.lazy(() => laterFields) }))),
})

/** What of `wire` is missing in `known`, which was read from it; `undefined`: nothing. */
export function laterFieldsOf(wire: unknown, known: unknown): LaterFields | undefined {
  if (Array.isArray(wire) && Array.isArray(known)) {
    const items = known.flatMap((entry: unknown, index) => {
      const later = laterFieldsOf(wire[index], entry)
      return later ? [{ of: nameOf(entry), later }] : []
    })
    return items.length > 0 ? { items } : undefined
  }
  if (!isBag(wire) || !isBag(known)) return undefined
  const fields = Object.entries(wire).filter(([name]) => !Object.hasOwn(known, name))
  const under = Object.entries(known).flatMap(([name, value]) => {
    const later = laterFieldsOf(wire[name], value)
    return later ? [[name, later] as const] : []
  })
  if (fields.length + under.length === 0) return undefined
  return { ...(fields.length > 0 && { fields: Object.fromEntries(fields) }), ...(under.length > 0 && { under: Object.fromEntries(under) }) }
}

/** The same fields again in what became of the rest: a field written here wins, an entry that is gone takes its own along. */
export function withLaterFields(value: unknown, later: LaterFields | undefined): unknown {
  if (!later) return value
  if (Array.isArray(value)) return value.map((entry: unknown) => withLaterFields(entry, later.items?.find(({ of }) => isSame(of, nameOf(entry)))?.later))
  if (!isBag(value)) return value
  const known = Object.entries(value).map(([name, inner]) => [name, withLaterFields(inner, later.under?.[name])])
  return { ...later.fields, ...Object.fromEntries(known) as Record<string, unknown> }
}

function nameOf(entry: unknown): unknown {
  return isBag(entry) && typeof entry['id'] === 'string' ? entry['id'] : entry
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function isBag(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
