import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import type { Soql } from '../soql'
import { SlotError } from './explain'

/** One part of a `/composite` call, which takes 25 of them, at most five of them queries. */
export interface Part {
  /** Letters and digits; names the part in the answer. */
  ref: string
  method: 'GET' | 'POST' | 'PATCH'
  /** Below `/services/data/vNN.0`, or a whole path as the service gave it for a next page. */
  path: string
  body?: Record<string, unknown> | undefined
  headers?: Record<string, string> | undefined
}

export const compositeReply = z.object({
  compositeResponse: z.array(z.object({ referenceId: z.string(), httpStatusCode: z.number(), body: z.unknown() })),
})
export type CompositeReply = z.infer<typeof compositeReply>

/** What became of each part: its body, or why not. */
export type Slot = { body: unknown } | { error: AppError }
export type Slots = ReadonlyMap<string, Slot>

export function queryPart(ref: string, query: Soql): Part {
  return { ref, method: 'GET', path: `/query/?q=${encodeURIComponent(String(query))}` }
}

/** The request body: every part stands for itself, so that a missing feature costs only its own. */
export function toCompositeRequest(parts: readonly Part[], version: string) {
  return {
    allOrNone: false,
    compositeRequest: parts.map(({ ref, method, path, body, headers }) => ({
      referenceId: ref,
      method,
      url: path.startsWith('/services/data/') ? path : `/services/data/v${version}${path}`,
      ...(body ? { body } : {}),
      ...(headers ? { httpHeaders: headers } : {}),
    })),
  }
}

export function toSlots(parts: readonly Part[], reply: CompositeReply): Slots {
  const answers = new Map(reply.compositeResponse.map((entry) => [entry.referenceId, entry]))
  return new Map(parts.map(({ ref }) => [ref, toSlot(ref, answers.get(ref))]))
}

function toSlot(ref: string, answer: CompositeReply['compositeResponse'][number] | undefined): Slot {
  if (!answer) return { error: new AppError('bad-reply', { detail: ref }) }
  const fine = answer.httpStatusCode >= 200 && answer.httpStatusCode < 300
  return fine ? { body: answer.body } : { error: new SlotError(answer.httpStatusCode, answer.body) }
}

/** The body of one part. @throws its AppError */
export function expectSlot(slots: Slots, ref: string): unknown {
  const slot = slots.get(ref)
  if (!slot) throw new AppError('bad-reply', { detail: ref })
  if ('error' in slot) throw slot.error
  return slot.body
}
