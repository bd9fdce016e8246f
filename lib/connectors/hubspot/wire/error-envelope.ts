import * as z from 'zod/mini'

const scopes = z.optional(z.object({ requiredGranularScopes: z.optional(z.array(z.string())), propertyName: z.optional(z.array(z.string())) }))

/** HubSpot's error body. Every member may be absent, and proxies in between answer HTML. */
export const errorEnvelope = z.object({
  message: z.optional(z.string()),
  category: z.optional(z.string()),
  subCategory: z.optional(z.string()),
  policyName: z.optional(z.string()),
  context: scopes,
  errors: z.optional(z.array(z.object({ message: z.optional(z.string()), code: z.optional(z.string()), context: scopes }))),
})
export type ErrorEnvelope = z.infer<typeof errorEnvelope>
