import { describe, expect, it } from 'vitest'
import { writeEvent } from '@/lib/connectors/hubspot/verdict-text'
import { readCursor, writeCursor } from '@/lib/connectors/hubspot/team/cursor'
import type { TeamVerdicts } from '@/lib/domain/ports'
import { verdictEvent } from '../events'
import { apiHost, contactRef, type Harness, harness, leadRef, org } from '../sandbox-harness'

async function ready(options: Parameters<typeof harness>[0] = {}): Promise<Harness> {
  const h = harness(options)
  await h.ready()
  h.pass(60_000)
  return h
}
async function readAll(h: Harness, cursor?: string): Promise<TeamVerdicts['items']> {
  const items: TeamVerdicts['items'] = []
  for (let next = cursor, pages = 0; pages < 20; pages += 1) {
    const page = await h.connector.teamVerdicts(org, next)
    items.push(...page.items)
    if (page.next === undefined) return items
    next = page.next
  }
  throw new Error('the pages never end')
}
/** Contacts with a verdict each, all changed in the same moment, as a bulk change leaves them. */
function judged(h: Harness, count: number, spreadMs: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const at = h.now() - 50_000 + index * spreadMs
    const record = h.portal.records.create('0-1', at)
    const event = verdictEvent({ ref: contactRef(record.id), at })
    h.portal.records.set(record, 'leadside_event', writeEvent(event), at, { sourceType: 'INTEGRATION' })
    return event.id
  })
}

describe('the team’s verdicts', () => {
  it('are all a contact ever got, each with its whole event', async () => {
    const h = await ready()
    const [one, two] = [verdictEvent(), verdictEvent({ ref: leadRef('55402'), verdict: 'good' })]
    for (const event of [one, two]) await h.connector.deliver({ task: 'verdict', event }, { unsure: false, since: h.now() })
    h.pass(10_000)
    const items = await readAll(h)
    expect(items.map(({ ref, recordName, event }) => ({ ref, recordName, event }))).toEqual(expect.arrayContaining([
      { ref: contactRef('70301'), recordName: 'Priya Raman', event: one }, { ref: leadRef('55402'), recordName: 'Priya Raman', event: two },
    ]))
    expect(items).toHaveLength(2)
  })

  it('take one search and one batch read a page', async () => {
    const h = await ready()
    judged(h, 50, 1)
    await h.connector.teamVerdicts(org, undefined)
    expect(h.paths().slice(1)).toEqual(['POST /crm/objects/2026-09/contacts/search', 'POST /crm/objects/2026-09/contacts/batch/read'])
  })

  it.each([['spread over time', 1], ['changed in one moment', 0]])('come home whole where there are many, %s', async (_name, spreadMs) => {
    const h = await ready()
    const ids = judged(h, 120, spreadMs)
    const read = (await readAll(h)).map(({ verdict }) => verdict.eventId)
    expect(new Set(read)).toEqual(new Set(ids))
  })

  it('read again from the cursor where search lagged', async () => {
    const h = await ready()
    const ids = judged(h, 3, 1)
    const { cursor } = await h.connector.teamVerdicts(org, undefined)
    const late = verdictEvent()
    await h.connector.deliver({ task: 'verdict', event: late }, { unsure: false, since: h.now() })
    expect((await readAll(h, cursor)).map(({ verdict }) => verdict.eventId)).not.toContain(late.id)
    h.pass(10_000)
    expect(new Set((await readAll(h, cursor)).map(({ verdict }) => verdict.eventId))).toEqual(new Set([...ids, late.id]))
  })

  it('stay at their cursor where nothing changed', async () => {
    const h = await ready()
    const { cursor, items, next } = await h.connector.teamVerdicts(org, writeCursor({ since: h.now(), after: 0 }))
    expect({ cursor, items, next }).toEqual({ cursor: writeCursor({ since: h.now(), after: 0 }), items: [], next: undefined })
  })

  it('need the set-up', async () => {
    await expect((await ready({ setUp: false })).connector.teamVerdicts(org, undefined)).rejects.toMatchObject({ kind: 'not-set-up', detail: 'leadside_event' })
  })

  it('S38 hold nothing of a cursor but its numbers', async () => {
    expect(readCursor('1789552800000:50')).toEqual({ since: 1789552800000, after: 50 })
    for (const text of [undefined, '', 'x', '1:2:3', '-1:0', '1e9:0', '","operator":"EQ']) expect(readCursor(text)).toEqual({ since: 0, after: 0 })
    const h = await ready()
    await h.connector.teamVerdicts(org, '"}]}],"x":[{"y":[{"z":"')
    const [search] = h.sandbox.log.find({ host: apiHost, path: '*/search' })
    expect(JSON.parse(search?.body ?? '').filterGroups[0].filters[1].value).toBe('0')
  })
})
