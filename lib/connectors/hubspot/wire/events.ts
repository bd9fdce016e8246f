import * as z from 'zod/mini'
import { propertyBag } from './property-bag'

export const occurrence = z.object({
  id: z.string(),
  eventType: z.string(),
  /** ISO 8601 in recordings, epoch milliseconds in older documentation. */
  occurredAt: z.pipe(z.union([z.string(), z.number()]), z.transform(String)),
  properties: z._default(propertyBag, {}),
})
export type Occurrence = z.infer<typeof occurrence>

/** One page of `GET /events/event-occurrences`. */
export const occurrencePage = z.object({ results: z.array(occurrence) })
