import * as z from 'zod/mini'
import { errorInfo } from '@/lib/domain/errors'

/**
 * Who may send a message. `loader`: our content script in a CRM page's top frame. `panel`: the panel page, framed with a
 * spent ticket or as the browser's own side panel. `desk`: the options page. The desk may also send what a panel may,
 * because it shows the panel on sample records.
 */
export type Audience = 'loader' | 'panel' | 'desk'

export interface MessageShape {
  from: Audience
  request: z.ZodMiniType
  response: z.ZodMiniType
}

/** The wire form of a request; anything else is not ours. */
export const envelope = z.strictObject({ leadside: z.literal(1), name: z.string().check(z.maxLength(60)), payload: z.unknown() })

export const reply = z.union([
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: errorInfo }),
])
export type Reply = z.infer<typeof reply>
