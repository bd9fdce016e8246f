import * as z from 'zod/mini'
import { asset } from './asset'
import { fieldChange } from './field-changes'
import { importProblem } from './import-plan'
import { source } from './source'

/** What following a source would bring: numbers, the first items, every kind of problem; nothing is written yet. */
export const sourcePreview = z.strictObject({
  title: z.optional(z.string()),
  columns: z.array(z.string()),
  mapping: z.record(z.string(), z.string()),
  items: z.number(),
  /** Known but not read yet: they come with later readings. */
  waiting: z.number(),
  added: z.number(), changed: z.number(), unchanged: z.number(), gone: z.number(), sendable: z.number(),
  problems: z.array(importProblem),
  problemCount: z.number(),
  sample: z.array(asset),
  /** What would change in assets that are here, the first of them. */
  changes: z.array(fieldChange),
  /** The file carries a playbook and so many team documents. */
  playbook: z.boolean(),
  documents: z.number(),
})
export type SourcePreview = z.infer<typeof sourcePreview>

/** A source as the desk lists it. */
export const sourceView = z.strictObject({
  ...z.omit(source, { memory: true }).shape,
  locked: z.boolean(),
  /** Assets of the library that came from it and are not archived. */
  assets: z.number(),
})
export type SourceView = z.infer<typeof sourceView>
