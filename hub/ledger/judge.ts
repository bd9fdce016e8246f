import { ledgerEvent, type LedgerEvent } from '@/lib/domain/ledger'
import { cloudEvent, eventTypeOf, parseTolerant, sourceOf, type CloudEvent, type Outcome } from '@/lib/hub-client/contract'

export interface Judged {
  envelope: CloudEvent
  event: LedgerEvent
}

/**
 * One entry of a batch: what is to be stored, or why not. The envelope has to say what its data says; fields of a newer release
 * are kept in the envelope. `oldest` and `latest` in epoch milliseconds: what is older is not kept any more, and a device's clock may be
 * ahead, but not for ever.
 */
export function judge(entry: unknown, { oldest, latest }: { oldest: number; latest: number }): Judged | Outcome {
  const envelope = parseTolerant(cloudEvent, entry)
  if (!envelope.success) return refusal(idOf(entry), `envelope ${envelope.detail}`)
  const { id, source, type, data } = envelope.data
  const event = parseTolerant(ledgerEvent, data)
  if (!event.success) return refusal(id, `data ${event.detail}`)
  if (event.data.id !== id) return refusal(id, 'id differs')
  if (event.data.at > latest) return refusal(id, 'at lies in the future')
  if (event.data.at < oldest) return { id, status: 'refused', kind: 'policy', detail: 'retention' }
  if (sourceOf(event.data.ref) !== source) return refusal(id, 'source differs')
  if (eventTypeOf(event.data.type) !== type) return refusal(id, 'type differs')
  return { envelope: envelope.data, event: event.data }
}

function refusal(id: string, detail: string): Outcome {
  return { id, status: 'refused', kind: 'invalid', detail }
}

function idOf(entry: unknown): string {
  return typeof entry === 'object' && entry !== null && 'id' in entry && typeof entry.id === 'string' ? entry.id.slice(0, 200) : ''
}
