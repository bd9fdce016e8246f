import { createHash } from 'node:crypto'
import type { Asset } from '@/lib/domain/asset'
import { defaultPlaybook } from '@/lib/domain/default-playbook'
import type { Finding } from '@/lib/domain/finding'
import type { LedgerEvent, VerdictEvent } from '@/lib/domain/ledger'
import type { RecordRef } from '@/lib/domain/record-ref'
import { toCloudEvent, type CloudEvent } from '@/lib/hub-client/contract'
import type { Hub } from './harness'

export const refOf = (id: number): RecordRef => ({ crm: 'hubspot', org: '1000001', kind: 'contact', id: String(id) })
export const recordPath = (id: number) => `/v1/records/hubspot/1000001/contact/${id}`
export const rep = { id: '7', name: 'Robin Hale', verified: true }
export const emailHash = (email: string) => createHash('sha256').update(email).digest('hex')

export function verdict(hub: Pick<Hub, 'id' | 'now'>, record: number, more: Partial<VerdictEvent> = {}): VerdictEvent {
  return {
    type: 'verdict', id: hub.id(), at: hub.now(), ref: refOf(record), rep, verdict: 'good',
    evidence: { playbook: '1', source: 'Webinar', campaigns: ['autumn'], digest: 'd', stories: [{ key: 'k', title: 't', assetId: 'guide', count: 1, last: 1 }] },
    ...more,
  }
}

export const envelopes = (...events: LedgerEvent[]): CloudEvent[] => events.map(toCloudEvent)

export function assetOf(id: string, more: Partial<Asset> = {}): Asset {
  return {
    id, title: `Guide ${id}`, abstract: 'How others did it', url: `https://www.example.com/${id}`, kind: 'ebook', topics: ['pricing'], stages: [], personas: [],
    industries: [], products: [], language: 'en', status: 'approved', version: 0, shareable: true, updatedAt: 0, source: { system: 'local' }, ...more,
  }
}

export const playbookOf = (version: string) => ({ ...defaultPlaybook, version })

export function touchEvent(id: string, at: number, who: { ref?: RecordRef; emailHash?: string }) {
  return {
    specversion: '1.0', id, source: 'https://forms.example', type: 'app.leadside.touch', time: new Date(at).toISOString(),
    data: { ...who, touch: { id, at, kind: 'form', title: 'Contact form', origin: { system: 'website', id }, signals: { deliberate: true } } },
  }
}

export function findingOf(id: string, more: Partial<Finding> = {}): Finding {
  return {
    kind: 'finding', id, version: 0, updatedAt: 0, sentence: 'Students download the price guide', state: 'noticed', noticedAt: 1,
    concerns: { campaign: 'autumn' }, verdictIds: [], reps: 2, ...more,
  }
}
