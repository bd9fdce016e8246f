import * as z from 'zod/mini'

/** Present, null or left out: all the same to us. */
export function maybe<T extends z.core.SomeType>(schema: T) {
  return z.pipe(z.optional(z.nullable(schema)), z.transform((value) => value ?? undefined))
}

export const maybeText = maybe(z.string())
export const maybeNumber = maybe(z.number())
export const maybeFlag = maybe(z.boolean())
export const recordId = z.string().check(z.regex(/^[a-zA-Z0-9]{18}$/))
export const maybeId = maybe(recordId)

/** A parent record of which only the name is asked. */
export const maybeNamed = maybe(z.object({ Name: maybeText }))
