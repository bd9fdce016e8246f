import { describe, expect, it } from 'vitest'
import { sampleOrgs } from '@/lib/domain/sample-workspace'
import { createTestApp, lead, portal, rep, snapshotOf } from '../../fakes/app'
import { makeAsset, makeRaw } from '../domain/make'

const ref = lead(1)

describe('opening a record', () => {
  it('has no copy before the first read, and then one that needs no network', async () => {
    const { reader, opened, crms } = await createTestApp()
    expect(await reader.cached(ref)).toBeNull()
    await opened(ref)
    crms.salesforce.fail('offline')
    expect(await reader.cached(ref)).toMatchObject({ ref, person: { name: 'Marta Lindqvist' }, actingAs: rep })
  })

  it('says which of these the team\'s hub did not let the last verdict set', async () => {
    const app = await createTestApp()
    await app.opened(lead(1))
    app.crms.salesforce.notAgreed = 'Working'
    expect((await app.reader.cached(lead(1)))?.statusNotAgreed).toBe('Working')
  })

  it.each([['lead', { good: 'Working' }], ['contact', {}]] as const)('says which status a verdict also sets on a %s', async (kind, alsoSets) => {
    const { opened, deps, crms } = await createTestApp()
    await deps.settings.save({ statusMap: { salesforce: { good: 'Working' }, hubspot: {} } })
    crms.salesforce.isAdmin = true
    expect((await opened({ ...ref, kind })).alsoSets).toEqual(alsoSets)
    crms.salesforce.isAdmin = false
    expect((await opened({ ...ref, kind })).alsoSets).toEqual({})
  })

  it('reads the CRM once a minute, unless somebody asks', async () => {
    const { reader, opened, crms, clock } = await createTestApp()
    await opened(ref)
    clock.advance(59_999)
    await reader.fresh(ref, false)
    expect(crms.salesforce.times('open')).toBe(1)
    await reader.fresh(ref, true)
    expect(crms.salesforce.times('open')).toBe(2)
    clock.advance(60_000)
    expect((await reader.fresh(ref, false)).readAt).toBe(clock.now())
    expect(crms.salesforce.times('open')).toBe(3)
  })

  it.each(['offline', 'timeout', 'rate-limited', 'signed-out', 'bad-reply'] as const)('F03 keeps the local copy when a refresh ends in %s, and says so', async (kind) => {
    const { reader, opened, crms, clock } = await createTestApp()
    const { readAt } = await opened(ref)
    clock.advance(120_000)
    crms.salesforce.fail(kind)
    expect(await reader.fresh(ref, false)).toMatchObject({ readAt, problem: { kind }, person: { name: 'Marta Lindqvist' } })
  })

  it.each(['not-found', 'forbidden', 'wrong-user', 'wrong-org'] as const)('S43 shows no local copy of what is not (or no longer) this user\'s to see: %s', async (kind) => {
    const { reader, opened, crms } = await createTestApp()
    await opened(ref)
    crms.salesforce.fail(kind)
    await expect(reader.fresh(ref, true)).rejects.toMatchObject({ kind })
  })

  it('F26 insists on a read that a person asks for, and on no other', async () => {
    const { reader, opened, crms, clock } = await createTestApp()
    await opened(ref)
    clock.advance(120_000)
    const before = crms.salesforce.asked.length
    await reader.fresh(ref, false)
    await reader.fresh(ref, true)
    expect(crms.salesforce.asked.slice(before).filter((name) => name === 'open' || name === 'insist')).toEqual(['open', 'insist', 'open'])
  })

  it('never takes a failure for an empty record', async () => {
    const { reader, crms } = await createTestApp()
    crms.salesforce.fail('unavailable')
    await expect(reader.fresh(ref, false)).rejects.toMatchObject({ kind: 'unavailable' })
  })

  it('shares one read between panels, and notes the first opening once', async () => {
    const { reader, crms, deps } = await createTestApp()
    crms.salesforce.put(snapshotOf(ref))
    await Promise.all([reader.fresh(ref, true), reader.fresh(ref, true), reader.fresh(ref, false)])
    expect(crms.salesforce.times('open')).toBe(1)
    await reader.fresh(ref, true)
    expect(await deps.ledger.all(['opened'])).toMatchObject([{ ref, rep }])
  })

  it('notes an opening for each rep', async () => {
    const { opened, deps } = await createTestApp()
    await opened(ref)
    await opened(ref, { actingAs: { ...rep, id: '006' } })
    expect((await deps.ledger.all(['opened'])).map((event) => event.rep.id)).toEqual(['005', '006'])
  })

  it('reads nothing for sample people', async () => {
    const { reader, deps, crms } = await createTestApp()
    const sample = { ...ref, org: sampleOrgs.salesforce }
    await deps.snapshots.put(snapshotOf(sample, { readAt: deps.clock.now() - 3_600_000 }))
    expect((await reader.fresh(sample, true)).person.name).toBe('Marta Lindqvist')
    expect(crms.salesforce.asked).toEqual([])
  })

  it('turns a send into a sent one where the CRM logged the mail', async () => {
    const { opened, sends, newId, deps, clock, crms, rows } = await createTestApp()
    const contact = { crm: 'hubspot', org: portal, kind: 'contact', id: '501' } as const
    await deps.assets.put([makeAsset()])
    await opened(contact)
    const { send } = await sends.open({ ref: contact, eventId: newId(), assetId: 'guide', channel: 'hubspot', subject: 'S', body: 'B' })
    clock.advance(60_000)
    const view = await opened(contact, { mails: [{ id: 'm1', at: clock.now(), subject: 'S', links: [send.event.link ?? ''] }] })
    expect(view.sends).toMatchObject([{ event: { id: send.event.id }, outcome: { outcome: 'sent', by: 'mail' } }])
    await opened(contact, { mails: [{ id: 'm1', at: clock.now(), subject: 'S', links: [send.event.link ?? ''] }] })
    expect(await deps.ledger.all(['send-outcome'])).toHaveLength(1)
    expect(await rows()).toEqual([])
    expect(crms.hubspot.delivered).toEqual([])
  })

  it('has all touches of a story, where the view carries the newest only', async () => {
    const { opened, reader } = await createTestApp()
    const touches = Array.from({ length: 30 }, (_, index) => makeRaw({ at: 1_799_000_000_000 + index * 3_600_000, url: 'https://www.example.com/guide', title: 'Guide' }))
    const [story] = (await opened(ref, { touches })).stories
    expect(story).toMatchObject({ count: 30 })
    expect(story?.touches).toHaveLength(20)
    expect(await reader.touches(ref, story?.key ?? '')).toHaveLength(30)
  })
})
