import * as z from 'zod/mini'
import { mostNames, namedRecord } from '@/lib/domain/named-record'
import { recordRef } from '@/lib/domain/record-ref'
import type { MessageShape } from '../message'

export const nameMessages = {
  /** What records of a list that nobody opened here are called, in the order asked. */
  'record.names': { from: 'desk', request: z.strictObject({ refs: z.array(recordRef).check(z.minLength(1), z.maxLength(mostNames)) }), response: z.array(namedRecord) },
} as const satisfies Record<string, MessageShape>
