import * as z from 'zod/mini'

/** A property or property group: that it is there is all that matters. */
export const propertyFacts = z.object({ name: z.string() })

/** A batch of them; what is not there is left out. */
export const propertyBatch = z.object({ results: z.array(propertyFacts) })

const definition = z.object({
  name: z.string(),
  label: z._default(z.string(), ''),
  type: z.string(),
  fieldType: z.string(),
  calculated: z.optional(z.boolean()),
  modificationMetadata: z.optional(z.object({ readOnlyValue: z.optional(z.boolean()) })),
})
export type Definition = z.infer<typeof definition>

/** `GET /crm/properties/{v}/contacts`: every property of the portal's contacts. */
export const definitionList = z.object({ results: z.array(definition) })
