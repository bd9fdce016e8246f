import * as z from 'zod/mini'

/** `GET /sobjects/<object>/describe`, as much of it as is used. */
export const describeReply = z.object({
  createable: z._default(z.boolean(), true),
  fields: z.array(z.object({
    name: z.string(),
    createable: z._default(z.boolean(), false),
    picklistValues: z._default(z.array(z.object({ value: z.string(), active: z._default(z.boolean(), true), defaultValue: z._default(z.boolean(), false) })), []),
  })),
})

/** What of an object this user may see and write, as much of its description as is worth remembering. */
export const objectShape = z.object({
  createable: z.boolean(),
  fields: z.array(z.string()),
  writable: z.array(z.string()),
  /** Active values, the default first. */
  picklists: z.record(z.string(), z.array(z.string())),
})
export type ObjectShape = z.infer<typeof objectShape>

const picklistsKept = new Set(['Status', 'Priority', 'TaskSubtype'])

export function toShape({ createable, fields }: z.infer<typeof describeReply>): ObjectShape {
  return {
    createable,
    fields: fields.map((field) => field.name),
    writable: fields.filter((field) => field.createable).map((field) => field.name),
    picklists: Object.fromEntries(fields.filter((field) => picklistsKept.has(field.name)).map((field) => [field.name, values(field.picklistValues)])),
  }
}

function values(entries: { value: string; active: boolean; defaultValue: boolean }[]): string[] {
  return entries.filter((entry) => entry.active).toSorted((a, b) => Number(b.defaultValue) - Number(a.defaultValue)).map((entry) => entry.value)
}
