import * as z from 'zod/mini'
import { errorInfo } from './errors'

/** What became of one source while a record was read, so that an empty story can say "nothing found in" and "cannot see". */
export const sourceReport = z.strictObject({
  /** `source.<name>` in the catalogue, for example `sf-campaign-members`. */
  name: z.string(),
  state: z.enum(['found', 'empty', 'missing', 'failed']),
  count: z.number(),
  /** For `missing` and `failed`. */
  error: z.optional(errorInfo),
  /** Who can change that. */
  who: z.optional(z.enum(['you', 'admin', 'vendor', 'nobody'])),
  /** The scope, field, object or edition that is absent, in the service's own term. */
  need: z.optional(z.string()),
})
export type SourceReport = z.infer<typeof sourceReport>
