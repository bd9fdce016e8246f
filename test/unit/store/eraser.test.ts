import { readSheet } from '@/lib/domain/review/sheet'
import { describe, expect, it } from 'vitest'
import { recordKey } from '@/lib/domain/record-ref'
import { dumpDatabase, wait } from '../../fixtures/store/dump'
import { eventId, lead, org, rowFor, verdict } from '../../fixtures/store/events'
import { asset, fill, finding, snapshot } from '../../fixtures/store/filled'
import { boot, createMachine } from '../../fixtures/store/machine'

const orgKey = `salesforce:${org}`
const token = { accessToken: 'canary-token', refreshToken: 'r', userId: '005', apiOrigin: `https://${org}`, mode: 'oauth' as const, scopes: [] }

async function filled() {
  const machine = createMachine()
  const stores = await boot(machine)
  await fill({ ...stores, clock: machine.clock })
  await stores.vault.set(orgKey, token)
  const disk = async () => JSON.stringify(await Promise.all(['leadside', 'leadside-cache'].map((name) => dumpDatabase(machine.indexedDB, name))))
  return { machine, disk, ...stores }
}

describe('erasing', () => {
  it('takes one person out of everything, under every record that is them', async () => {
    const { machine, disk, ledger, snapshots, eraser, feedback } = await filled()
    await ledger.append([verdict(8, { ref: lead(9), note: 'same person' })], [rowFor(verdict(8, { ref: lead(9) }))])
    await snapshots.put(snapshot(9, { readAt: machine.clock.now(), name: 'Person again' }))
    expect(await eraser.person([lead(1), lead(9)])).toBeGreaterThan(0)
    const left = await disk()
    for (const trace of [lead(1).id, lead(9).id, 'Person 1', 'Person again', 'Called back', 'same person']) expect(left).not.toContain(trace)
    expect((await feedback.page({ limit: 9 })).entries.map(({ id }) => id)).toEqual([eventId(5), eventId(2)])
    expect((await feedback.sheets()).sheets.flatMap((sheet) => readSheet(sheet)).map(({ id }) => id)).toEqual([eventId(5), eventId(2)])
  })

  it('takes the person’s verdicts out of findings, and leaves how many they were', async () => {
    const { disk, documents, eraser } = await filled()
    const key = recordKey(lead(9))
    await documents.put([finding(8, { verdictIds: [eventId(1), eventId(2), `${key}@17`], reps: 2 }), finding(9, { verdictIds: [eventId(2)] })])
    await eraser.person([lead(1), lead(9)])
    await eraser.person([lead(1)])
    const [about, other] = (await documents.all('finding')).filter(({ id }) => id === 'f8' || id === 'f9')
    expect(about).toMatchObject({ verdictIds: [eventId(2)], erased: 2, reps: 2 })
    expect(other).not.toHaveProperty('erased')
    expect(await disk()).not.toContain(lead(9).id)
  })

  it('S61 takes what cannot be read any more, too, and is not stopped by it', async () => {
    const { machine, ledger, documents, eraser } = await filled()
    await documents.put([finding(8, { verdictIds: [eventId(1)] })])
    const key = recordKey(lead(1))
    const torn: Record<string, object[]> = {
      events: [{ recordKey: key }], teamEvents: [{ recordKey: key, event: { note: 'half of it' } }], outbox: [{ row: { recordKey: key }, seq: 99 }], linkViews: [{ recordKey: key }],
      documents: [{ kind: 'finding' }],
    }
    const db = await wait(machine.indexedDB.open('leadside'))
    for (const [store, rows] of Object.entries(torn)) for (const row of rows) await wait(db.transaction(store, 'readwrite').objectStore(store).put({ id: 'torn', rev: 0, ...row }))
    db.close()
    await ledger.append([verdict(99, { at: 9_000_000 })], [])
    await eraser.person([lead(1)], 8_000_000)
    const { stores } = await dumpDatabase(machine.indexedDB, 'leadside')
    const left = Object.keys(torn).filter((store) => JSON.stringify(stores[store]?.rows).includes('"torn"'))
    // A finding of nobody in particular, which another release may read.
    expect(left).toEqual(['documents'])
    expect((await ledger.forRecord([key])).map(({ id }) => id)).toEqual([eventId(99)])
    expect((await documents.all('finding')).find(({ id }) => id === 'f8')).toMatchObject({ verdictIds: [], erased: 1 })
  })

  it('takes marks that name the person, and none that only hold the same digits', async () => {
    const { eraser, marks } = await filled()
    const ref = { crm: 'hubspot' as const, org: '24680135', kind: 'contact' as const, id: '301' }
    await marks.add('notice', ['promotion:spring:hubspot:24680135:contact:301', 'promotion:spring:hubspot:24680135:contact:3015'], 1)
    await marks.add('favourite', ['0199a301-7c1e-7000-8000-000000000301'], 1)
    await eraser.person([ref])
    expect([...await marks.all('notice')].filter((id) => id.startsWith('promotion:'))).toEqual(['promotion:spring:hubspot:24680135:contact:3015'])
    expect(await marks.all('favourite')).toContain('0199a301-7c1e-7000-8000-000000000301')
  })

  it('S45 leaves nothing of a disconnected CRM but what the rep did', async () => {
    const { disk, eraser, session, ledger, outbox, vault } = await filled()
    await outbox.drop(orgKey)
    await eraser.connection(orgKey)
    const left = await disk()
    expect(left).not.toMatch(/canary|Canary/)
    expect(left).not.toContain('describe:')
    expect(session.values.size).toBe(0)
    expect(await vault.list()).toEqual([])
    expect(await ledger.count()).toBe(4)
    expect(await outbox.open()).toEqual([])
  })

  it('deletes everything, and the next start is a first run', async () => {
    const { machine, eraser, settings, session, close } = await filled()
    await settings.save({ role: 'marketer' })
    await eraser.everything()
    close()
    for (const name of ['leadside', 'leadside-cache']) {
      const { stores } = await dumpDatabase(machine.indexedDB, name)
      expect(Object.values(stores).flatMap(({ rows }) => rows)).toEqual([])
    }
    expect([machine.local.values.size, session.values.size]).toEqual([0, 0])
    expect(await (await boot(machine)).warnings.all()).toEqual([])
  })
})

describe('housekeeping', () => {
  const day = 86_400_000

  it('deletes what outlived its retention, but nothing undelivered', async () => {
    const machine = createMachine()
    const { ledger, team, feedback, housekeeping, outbox } = await boot(machine)
    const now = machine.clock.now()
    const at = (days: number) => ({ at: now - days * day })
    const [old, waiting, young] = [verdict(1, at(100)), verdict(2, { ...at(100), ref: lead(2) }), verdict(3, { ...at(10), ref: lead(3) })]
    await ledger.append([old, waiting, young], [rowFor(old, { state: 'done', doneAt: now - 99 * day }), rowFor(waiting, { state: 'dead' })])
    const theirs = verdict(4, { ...at(95), ref: lead(4) })
    const changed = verdict(5, { ...at(94), ref: lead(4), supersedes: theirs.id })
    await team.merge(orgKey, { cursor: 'c', items: [theirs, changed].map((event) => ({ ref: event.ref, verdict: { eventId: event.id, at: event.at, verdict: 'good' as const }, event })) }, now)
    await housekeeping.run(now, 90)
    expect((await ledger.all(['verdict'])).map(({ id }) => id)).toEqual([waiting.id, young.id])
    expect((await feedback.page({ limit: 9 })).entries.map(({ id }) => id)).toEqual([young.id, waiting.id])
    expect(await team.events()).toEqual([])
    expect(await outbox.forEvents([old.id])).toEqual([])
  })

  it('keeps delivered rows for thirty days', async () => {
    const machine = createMachine()
    const { ledger, outbox, housekeeping, assets } = await boot(machine)
    const now = machine.clock.now()
    await assets.put([asset(1)])
    const event = verdict(1, { at: now })
    await ledger.append([event], [rowFor(event, { state: 'done', doneAt: now })])
    await housekeeping.run(now + 29 * day, 365)
    expect(await outbox.forEvents([event.id])).toHaveLength(1)
    await housekeeping.run(now + 31 * day, 365)
    expect(await outbox.forEvents([event.id])).toEqual([])
    expect([await ledger.count(), await assets.count()]).toEqual([1, 1])
  })
})
