import type { SendEvent, VerdictEvent } from '@/lib/domain/ledger'
import type { Delivery } from '@/lib/domain/ports'
import type { RecordRef } from '@/lib/domain/record-ref'
import { uuid7 } from '@/lib/domain/uuid7'
import type { Harness } from './sandbox-harness'

let serial = 0
const idAt = (at: number) => uuid7(at, new Uint8Array(10).fill(++serial % 256))

function rep(h: Pick<Harness, 'org'>, userKey = 'rep') {
  const { id, name } = h.org.user(userKey)
  return { id, name, verified: true }
}

export function verdict(ref: RecordRef, h: Pick<Harness, 'org' | 'now'>, changes: Partial<VerdictEvent> = {}): Extract<Delivery, { task: 'verdict' }> {
  return {
    task: 'verdict',
    event: {
      type: 'verdict', id: idAt(h.now()), at: h.now(), ref, rep: rep(h), verdict: 'good', reason: 'right-person',
      evidence: { playbook: '1', source: 'Web', campaigns: ['Autumn webinar', 'Newsletter'], digest: 'd', stories: [] },
      ...changes,
    },
  }
}

export function send(ref: RecordRef, h: Pick<Harness, 'org' | 'now'>, changes: Partial<SendEvent> = {}): Extract<Delivery, { task: 'send-log' }> {
  return {
    task: 'send-log',
    event: {
      type: 'send', id: idAt(h.now()), at: h.now(), ref, rep: rep(h), assetId: 'price-guide', assetVersion: 2, title: 'Price guide',
      link: 'https://www.quayside.example/prices?utm_source=leadside', channel: 'gmail', ...changes,
    },
  }
}
