import { describe, expect, it } from 'vitest'
import { apiHost, contactRef, harness, leadRef, org } from '../sandbox-harness'

describe('names in bulk', () => {
  it('are one call for contacts, and name whom a lead is about', async () => {
    const h = harness()
    await h.ready()
    await h.connector.names(org, [contactRef('70301')])
    h.sandbox.log.clear()
    expect(await h.connector.names(org, [contactRef('70302'), contactRef('70301'), contactRef('999999')])).toMatchObject([{ ref: contactRef('70302'), name: 'Marcus Feld' }, { ref: contactRef('70301'), name: 'Priya Raman', same: [] }])
    expect(h.paths()).toEqual(['POST /crm/objects/2026-09/contacts/batch/read'])
    const [named] = await h.connector.names(org, [leadRef('55402')])
    expect(named).toMatchObject({ ref: leadRef('55402'), same: [contactRef('70301')], name: 'Priya Raman' })
  })

  it('are asked for a hundred at a time, and nobody is no call', async () => {
    const h = harness()
    await h.ready()
    const refs = Array.from({ length: 130 }, () => contactRef(h.portal.records.create('0-1', h.now()).id))
    expect(await h.connector.names(org, refs)).toHaveLength(130)
    expect(h.sandbox.log.count({ host: apiHost, path: '/crm/objects/*/contacts/batch/read' })).toBe(2)
    h.sandbox.log.clear()
    expect(await h.connector.names(org, [])).toEqual([])
    expect(h.paths()).toEqual([])
  })
})
