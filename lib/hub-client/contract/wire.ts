import * as z from 'zod/mini'

/** Raised when a change would break extensions or hubs that are one release older. */
export const contractVersion = 1

/** A client's own id of a write: the same id twice is the same write. */
export const clientId = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/))

/** Epoch milliseconds. */
export const moment = z.number().check(z.int(), z.minimum(0))

export const mostPerBatch = 500

/** Where a delta continues: opaque to clients, digits to the hub. */
export const cursor = z.string().check(z.regex(/^\d{1,18}$/))

export const pageQuery = z.object({
  after: z.optional(cursor),
  limit: z.optional(z.string().check(z.regex(/^\d{1,4}$/))),
})

/** One page of a delta. `more` says that the next page is there already. */
export function pageOf<T extends z.core.$ZodType>(item: T) {
  return z.object({ items: z.array(item), next: cursor, more: z.boolean() })
}
