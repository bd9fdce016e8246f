import type { Asset } from '@/lib/domain/asset'
import type { VerdictEvent } from '@/lib/domain/ledger'
import type { OutboxRow } from '@/lib/domain/outbox'
import type { Person } from '@/lib/domain/person'
import type { RecordRef } from '@/lib/domain/record-ref'
import type { RawTouch, Story, Touch } from '@/lib/domain/touch'

export const now = Date.UTC(2026, 2, 16, 12)
export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

let count = 0
const next = () => String((count += 1))

export const ref: RecordRef = { crm: 'hubspot', org: '4711', kind: 'contact', id: '501' }

/** A UUID that sorts by its number. */
export function eventId(number: number): string {
  return `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
}

export function makeRaw(over: Partial<RawTouch> = {}): RawTouch {
  return { id: `raw-${next()}`, at: now - day, kind: 'page-view', title: 'A page', origin: { system: 'hs-events', id: next() }, signals: {}, ...over }
}

export function makeTouch(over: Partial<Touch> = {}): Touch {
  const id = over.id ?? `touch-${next()}`
  return { id, at: now - day, kind: 'page-view', title: 'A page', contentKey: 'title:a page', origin: { system: 'hs-events', id }, agent: { by: 'human', cause: 'deliberate' }, ...over }
}

export function makeStory(touches: Touch[], over: Partial<Story> = {}): Story {
  const [newest = makeTouch()] = touches
  return {
    key: newest.contentKey, title: newest.title, kind: newest.kind, first: Math.min(...touches.map(({ at }) => at)), last: newest.at, count: touches.length,
    human: touches.filter(({ agent }) => agent.by === 'human').length, machine: touches.filter(({ agent }) => agent.by === 'machine').length,
    depth: 0.3, campaigns: [], touches, ...over,
  }
}

export function makePerson(over: Partial<Person> = {}): Person {
  return { ref, same: [ref], name: 'Mara Lindqvist', firstName: 'Mara', lastName: 'Lindqvist', company: 'Brightwater', email: 'mara@brightwater.example', optedOut: false, ...over }
}

export function makeAsset(over: Partial<Asset> = {}): Asset {
  return {
    id: 'guide', title: 'The guide', abstract: 'All about it.', url: 'https://www.example.com/guide', kind: 'ebook', topics: [], stages: [], personas: [],
    industries: [], products: [], language: 'en', status: 'approved', version: 1, shareable: true, updatedAt: now - 30 * day, source: { system: 'local' }, ...over,
  }
}

export const rep = { id: 'u1', name: 'Jo Sand', verified: true }

export function makeVerdict(number: number, over: Partial<VerdictEvent> = {}): VerdictEvent {
  return {
    id: eventId(number), at: now + number * minute, ref, rep, type: 'verdict', verdict: 'good',
    evidence: { playbook: '1', campaigns: [], digest: '', stories: [] }, ...over,
  }
}

export function makeRow(over: Partial<OutboxRow> = {}): OutboxRow {
  const id = eventId(Number(next()))
  return {
    id: `${over.eventId ?? id}:crm:verdict`, eventId: id, target: 'crm', task: 'verdict', recordKey: 'hubspot:4711:contact:501', orgKey: 'hubspot:4711', state: 'pending',
    attempts: 0, createdAt: now, dueAt: now, fence: 0, unsure: false, ...over,
  }
}
