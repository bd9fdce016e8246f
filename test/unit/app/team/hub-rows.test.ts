import { describe, expect, it } from 'vitest'
import { withHubRows } from '@/lib/app/team/hub-rows'
import { sampleOrgs } from '@/lib/domain/sample-workspace'
import { eventId, lead, rep, rowFor, verdict, withdrawal } from '../../../fixtures/store/events'

const now = 50_000
const member = { id: 'm1', name: 'Rita Rep', hub: 'https://hub.example' }
const terms = { member, now }
const hub = (rows: ReturnType<typeof withHubRows>) => rows.filter(({ target }) => target === 'hub').map(({ eventId: id, dueAt }) => [id, dueAt])

describe('deliveries to the hub', () => {
  it('wait as long as those to the CRM, so that Undo holds for both', () => {
    expect(hub(withHubRows([verdict(1)], [rowFor(verdict(1), { dueAt: 60_000 })], terms))).toEqual([[eventId(1), 60_000]])
  })

  it('go at once where the CRM is told nothing', () => {
    expect(hub(withHubRows([{ type: 'opened', id: eventId(2), at: 1, ref: lead(1), rep }], [], terms))).toEqual([[eventId(2), now]])
  })

  it('tell a verdict after all that the CRM is told after all', () => {
    const rows = withHubRows([withdrawal(3, verdict(2))], [rowFor(verdict(1), { dueAt: now })], terms)
    expect(hub(rows)).toEqual([[eventId(3), now], [eventId(1), now]])
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  })

  it('are the member\'s, and so is what a CRM is told through the hub', () => {
    const [own, through] = [rowFor(verdict(1)), rowFor(verdict(1), { id: 'x', orgKey: 'hubspot:1' })]
    expect(withHubRows([verdict(1)], [own, through], { ...terms, through: 'hubspot:1' }).map((row) => row.member)).toEqual([undefined, member, member])
  })

  it('are none for sample people', () => {
    expect(withHubRows([verdict(1, { ref: { ...lead(1), org: sampleOrgs.salesforce } })], [], terms)).toEqual([])
  })
})
