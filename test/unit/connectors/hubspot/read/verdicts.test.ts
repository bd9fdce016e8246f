import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readVerdictMarker, verdictMarker } from '@/lib/connectors/hubspot/marker'
import { verdictsOf } from '@/lib/connectors/hubspot/read/verdicts'
import { readEvent, writeEvent } from '@/lib/connectors/hubspot/verdict-text'
import { contactRef, leadRef } from '../sandbox-harness'
import { verdictEvent } from '../events'

const ref = contactRef('70301')
const contact = (history: (string | null)[], properties: Record<string, string | null> = {}) => ({
  id: '70301', properties, propertiesWithHistory: { leadside_event: history.map((value) => ({ value, timestamp: '2026-09-16T10:00:00Z' })) },
})
const note = (body: string) => ({ id: '1', properties: { hs_note_body: body, hs_timestamp: '2026-09-16T10:00:00Z' } })

describe('verdicts of a contact', () => {
  it('come from the history of whole events, newest first, without those that were replaced', () => {
    const first = verdictEvent({ at: 1000 })
    const second = verdictEvent({ at: 2000, verdict: 'good', supersedes: first.id })
    const third = verdictEvent({ at: 3000, verdict: 'wrong' })
    const read = verdictsOf(contact([writeEvent(third), writeEvent(second), writeEvent(first), null, '']), [], ref)
    expect(read.map(({ eventId }) => eventId)).toEqual([third.id, second.id])
    expect(read[1]).toEqual({ eventId: second.id, at: 2000, verdict: 'good', reason: second.reason, until: second.until, note: second.note, by: 'Robin Hale' })
  })

  it('come from notes where the properties were refused', () => {
    const event = verdictEvent({ reason: 'bad data/100%: "x"', until: '2026-10-01' })
    const read = verdictsOf(contact([]), [note(`<p>Wrong</p><p>${verdictMarker(event)}</p>`), note('<p>Called, no answer</p>')], ref)
    expect(read).toEqual([{ eventId: event.id, at: Date.UTC(2026, 8, 16, 10), verdict: event.verdict, reason: event.reason, until: '2026-10-01' }])
  })

  it('count once where note and history tell of the same', () => {
    const event = verdictEvent()
    expect(verdictsOf(contact([writeEvent(event)]), [note(verdictMarker(event))], ref)).toHaveLength(1)
  })

  it('may be set by hand or import', () => {
    const read = verdictsOf(contact([], { leadside_verdict: 'good', leadside_at: '2026-09-01T00:00:00Z', leadside_by: 'Import', leadside_reason: null }), [], ref)
    expect(read).toEqual([{ at: Date.UTC(2026, 8, 1), verdict: 'good', reason: undefined, until: undefined, by: 'Import' }])
    expect(verdictsOf(contact([], { leadside_verdict: 'splendid', leadside_at: '2026-09-01T00:00:00Z' }), [], ref)).toEqual([])
  })
})

describe('the text of a verdict', () => {
  it.each([
    ['another portal', { ...ref, org: '1' }],
    ['another contact', contactRef('70302')],
    ['another CRM', { crm: 'salesforce' as const, org: 'x.my.salesforce.com', kind: 'lead' as const, id: '00Q000000000000AAA' }],
  ])('is nothing where it speaks of %s', (_name, other) => {
    expect(readEvent(writeEvent(verdictEvent({ ref: other })), ref)).toBeUndefined()
  })

  it('may speak of a lead of the portal', () => {
    const event = verdictEvent({ ref: leadRef('55402') })
    expect(readEvent(writeEvent(event), ref)).toEqual(event)
  })

  it('F48 is read where a newer release wrote more into it', () => {
    const event = verdictEvent()
    const newer = JSON.stringify({ ...event, mood: 'sunny', evidence: { ...event.evidence, depth: 3 } })
    expect(readEvent(newer, ref)).toEqual(event)
  })

  it('fits HubSpot’s property, without its stories if it must', () => {
    const stories = Array.from({ length: 400 }, (_, index) => ({ key: `k${index}`, title: 'x'.repeat(200), count: 1, last: 1 }))
    const event = verdictEvent({ evidence: { ...verdictEvent().evidence, stories } })
    const text = writeEvent(event)
    expect(text.length).toBeLessThanOrEqual(65_000)
    expect(readEvent(text, ref)).toEqual({ ...event, evidence: { ...event.evidence, stories: [] } })
  })

  it('F27 S33 S37 is nothing where somebody tampered with it', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(readEvent(text, ref)).toBeUndefined()
    }))
    expect(readEvent('{"__proto__":{"polluted":true}}', ref)).toBeUndefined()
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })
})

describe('the marker of a verdict', () => {
  it('says the verdict again, whatever the reason is called', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()), (reason) => {
      const event = verdictEvent({ reason })
      expect(readVerdictMarker(`<p>${verdictMarker(event)}</p>`, 5)).toEqual({ eventId: event.id, at: 5, verdict: event.verdict, reason: reason === '' ? undefined : reason, until: event.until })
    }))
  })

  it('is not found in other text', () => {
    fc.assert(fc.property(fc.string(), (text) => readVerdictMarker(text, 5) === undefined))
    expect(readVerdictMarker('leadside:verdict:00000000-0000-7000-8000-000000000000:splendid::', 5)).toBeUndefined()
  })
})
