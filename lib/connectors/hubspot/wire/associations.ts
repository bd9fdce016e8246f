import * as z from 'zod/mini'

/** Text in the documentation, a number in recordings. */
const objectId = z.pipe(z.union([z.string(), z.number()]), z.pipe(z.transform(String), z.string().check(z.regex(/^\d{1,20}$/))))

const target = z.object({
  toObjectId: objectId,
  associationTypes: z.array(z.object({ typeId: z.number() })),
})

/** `GET …/associations/{type}`: one page of ids. */
export const associationList = z.object({
  results: z.array(target),
  paging: z.optional(z.object({ next: z.optional(z.object({ after: z.string() })) })),
})

/** `POST /crm/associations/…/batch/read`: who belongs to each of the objects asked for. */
export const associationBatch = z.object({
  results: z.array(z.object({ from: z.object({ id: objectId }), to: z.array(target) })),
})
export type AssociationBatch = z.infer<typeof associationBatch>
