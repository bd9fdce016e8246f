import * as z from 'zod/mini'
import { fixedFields, sourceKind, sourceMapping } from '@/lib/domain/source'
import { sourcePreview, sourceView } from '@/lib/domain/source-preview'
import type { MessageShape } from '../message'

const id = z.string().check(z.maxLength(200))
const address = z.string().check(z.minLength(1), z.maxLength(2000))
const found = z.strictObject({ kind: sourceKind, address, title: z.optional(z.string()) })
const choice = { kind: sourceKind, address, mapping: z.optional(sourceMapping), fixed: z.optional(fixedFields) }

/** Where the library is filled from. */
export const sourceMessages = {
  'source.list': { from: 'desk', request: z.strictObject({}), response: z.array(sourceView) },
  /** What can be followed at an address or near it. */
  'source.probe': { from: 'desk', request: z.strictObject({ address }), response: z.array(found) },
  /** Reads, and says what following would do; writes nothing. */
  'source.preview': { from: 'desk', request: z.strictObject(choice), response: sourcePreview },
  'source.follow': { from: 'desk', request: z.strictObject({ ...choice, takesPlaybook: z.optional(z.boolean()) }), response: sourceView },
  /** Other columns or values for all items take effect with the next reading, which reads every item again. */
  'source.change': {
    from: 'desk', request: z.strictObject({ id, mapping: z.optional(sourceMapping), fixed: z.optional(fixedFields), paused: z.optional(z.boolean()), takesPlaybook: z.optional(z.boolean()) }), response: z.null(),
  },
  'source.remove': { from: 'desk', request: z.strictObject({ id, assets: z.enum(['keep', 'archive']) }), response: z.null() },
  'source.refresh': { from: 'desk', request: z.strictObject({ id }), response: sourceView },
  /** Assets, playbook, findings and answers as one file to put at an address. */
  'source.team-file': { from: 'desk', request: z.strictObject({}), response: z.strictObject({ json: z.string() }) },
  /** Reads those that are due; the desk asks when it is opened. */
  'source.refresh-due': { from: 'desk', request: z.strictObject({}), response: z.strictObject({ read: z.number() }) },
} as const satisfies Record<string, MessageShape>
