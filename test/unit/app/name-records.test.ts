import { describe, expect, it } from 'vitest'
import { nameRecords } from '@/lib/app/name-records'
import type { RecordRef } from '@/lib/domain/record-ref'
import { createTestApp, lead, portal, snapshotOf } from '../../fakes/app'

const contact = (id: string): RecordRef => ({ crm: 'hubspot', org: portal, kind: 'contact', id })

describe('names of records nobody opened here', () => {
  it('come from the copies first, then from the CRM in one call, and are known from then on', async () => {
    const { deps, opened, crms } = await createTestApp()
    await opened(lead(1), { person: { name: 'Ann Ode' } })
    for (const n of [2, 3]) crms.salesforce.put(snapshotOf(lead(n), { person: { name: `Person ${n}`, company: 'Alba' } }))
    const named = await nameRecords(deps, [lead(3), lead(1), lead(2)])
    expect(named.map(({ name }) => name)).toEqual(['Person 3', 'Ann Ode', 'Person 2'])
    expect(named[0]).toEqual({ ref: lead(3), name: 'Person 3', company: 'Alba' })
    expect(crms.salesforce.times('names')).toBe(1)
    await nameRecords(deps, [lead(2), lead(3)])
    expect(crms.salesforce.times('names')).toBe(1)
  })

  it('that the CRM does not tell say why, and one CRM that fails costs only its own', async () => {
    const { deps, crms, connected } = await createTestApp()
    crms.salesforce.put(snapshotOf(lead(2)))
    expect(await nameRecords(deps, [lead(1), lead(2), contact('501')])).toMatchObject([{ lack: 'not-found' }, { name: 'Marta Lindqvist' }, { lack: 'not-connected' }])
    connected.push({ crm: 'hubspot', org: portal })
    crms.hubspot.fail('signed-out')
    crms.salesforce.put(snapshotOf(lead(4)))
    expect(await nameRecords(deps, [contact('501'), lead(4)])).toMatchObject([{ lack: 'signed-out' }, { name: 'Marta Lindqvist' }])
  })

  it('go with the person and with the connection', async () => {
    const { deps, crms } = await createTestApp()
    for (const n of [1, 2]) crms.salesforce.put(snapshotOf(lead(n)))
    await nameRecords(deps, [lead(1), lead(2)])
    await deps.eraser.person([lead(1)])
    expect(await deps.snapshots.find('marta')).toHaveLength(1)
    await deps.eraser.connection(`salesforce:${lead(1).org}`)
    expect(await deps.snapshots.find('marta')).toEqual([])
  })
})
