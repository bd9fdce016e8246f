import * as z from 'zod/mini'
import { errorKind } from './errors'
import { recordRef, type RecordRef } from './record-ref'

/** A person as lists need them. `same` are other records of the same person, without `ref` itself. */
export interface NamedPerson { ref: RecordRef; same: RecordRef[]; name: string; company?: string | undefined; email?: string | undefined }

/** What a record is called, or why that cannot be said here. */
export const namedRecord = z.strictObject({ ref: recordRef, name: z.optional(z.string()), company: z.optional(z.string()), lack: z.optional(errorKind) })
export type NamedRecord = z.infer<typeof namedRecord>

/** Records asked about at once. */
export const mostNames = 100
