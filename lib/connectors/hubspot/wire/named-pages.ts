import * as z from 'zod/mini'

const paging = z.optional(z.object({ next: z.optional(z.object({ after: z.string() })) }))
const text = z.optional(z.nullable(z.string()))

const owner = z.object({ id: z.string(), email: text, firstName: text, lastName: text })
export type Owner = z.infer<typeof owner>

/** One page of `GET /crm/owners/{v}`. */
export const ownerPage = z.object({ results: z.array(owner), paging })

/** One page of `GET /marketing/v3/forms`. */
export const formPage = z.object({ results: z.array(z.object({ id: z.string(), name: z.string() })), paging })
