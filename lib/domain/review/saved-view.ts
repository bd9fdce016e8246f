import * as z from 'zod/mini'

/** A filter set under a name: the page it belongs to and the part of the address that holds it. */
export const savedView = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  page: z.enum(['overview', 'feedback']),
  query: z.string().check(z.maxLength(2000)),
})
export type SavedView = z.infer<typeof savedView>
