import type { SendEvent, VerdictEvent } from '@/lib/domain/ledger'
import { uuid7 } from '@/lib/domain/uuid7'
import { contactRef, robin, start } from './sandbox-harness'

let serial = 0
const newId = () => uuid7(start, new Uint8Array(10).fill(++serial))

export function verdictEvent(changes: Partial<VerdictEvent> = {}): VerdictEvent {
  return {
    type: 'verdict', id: newId(), at: start, ref: contactRef('70301'), rep: robin, verdict: 'not_yet', reason: 'no-budget-yet', until: '2026-10-16', note: 'Call "in" <October> & ask',
    evidence: { playbook: '1', campaigns: ['autumn', 'spring'], digest: 'd', stories: [{ key: 'k', title: 'ROI', count: 1, last: start }] },
    ...changes,
  }
}

export function sendEvent(changes: Partial<SendEvent> = {}): SendEvent {
  return {
    type: 'send', id: newId(), at: start, ref: contactRef('70301'), rep: robin, assetId: 'guide', assetVersion: 1, title: 'Price guide', link: 'https://www.quayside.example/guide?utm_source=leadside',
    channel: 'gmail', ...changes,
  }
}
