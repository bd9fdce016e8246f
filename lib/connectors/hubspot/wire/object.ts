import * as z from 'zod/mini'
import { propertyBag } from './property-bag'

const id = z.string().check(z.regex(/^\d{1,20}$/))

const historyEntry = z.object({ value: z.nullable(z.string()), timestamp: z.string() })

const associated = z.object({ results: z.array(z.object({ id, type: z.optional(z.string()) })) })

/** Any CRM object as `GET`, batch read and search answer it. */
export const crmObject = z.object({
  id,
  properties: propertyBag,
  propertiesWithHistory: z.optional(z.record(z.string(), z.array(historyEntry))),
  associations: z.optional(z.record(z.string(), associated)),
  /** The record's page, which names the portal. Not every object has one. */
  url: z.optional(z.string()),
})
export type CrmObject = z.infer<typeof crmObject>

/** A batch answer; 207 brings what could be read and says how many could not. */
export const objectBatch = z.object({ results: z.array(crmObject) })

export const searchPage = z.object({
  total: z.number(),
  results: z.array(crmObject),
  paging: z.optional(z.object({ next: z.optional(z.object({ after: z.string() })) })),
})

/** What a write answers: the id is all that is needed of it. */
export const written = z.object({ id })

/** Ids of one association, as the contact read brings them along. */
export function associatedIds(object: CrmObject, name: string): string[] {
  return [...new Set((object.associations?.[name]?.results ?? []).map((entry) => entry.id))]
}
