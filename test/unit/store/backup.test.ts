import { describe, expect, it } from 'vitest'
import { largestFile, parseDocument, toDocuments } from '@/lib/store/backup-document'
import { recordKey } from '@/lib/domain/record-key'
import { eventId, lead, rowFor, verdict } from '../../fixtures/store/events'
import { asset, fill, finding } from '../../fixtures/store/filled'
import { boot, createMachine } from '../../fixtures/store/machine'

async function filled() {
  const machine = createMachine()
  const stores = await boot(machine)
  await fill({ ...stores, clock: machine.clock })
  return { machine, ...stores }
}

describe('backup', () => {
  it('S50 goes out and comes back whole, with what the restore will do said before', async () => {
    const { backup } = await filled()
    const [json = ''] = await backup.export(5)
    const machine = createMachine()
    const other = await boot(machine)
    const plan = {
      events: { added: 4, known: 0 }, assets: { added: 2, changed: 0, known: 0 }, outbox: { added: 1, known: 0 }, documents: { added: 1, known: 0 }, playbook: 'replaced', invalid: 0,
    }
    expect(await other.backup.plan(json)).toEqual(plan)
    expect(await other.ledger.count()).toBe(0)
    expect(await other.backup.restore(json)).toEqual(plan)
    expect(await other.ledger.count()).toBe(4)
    expect((await other.feedback.page({ limit: 9 })).entries.map(({ id }) => id)).toEqual([eventId(2), eventId(1)])
    expect(await other.assets.all()).toEqual([asset(1), asset(2)])
    expect((await other.playbooks.current())?.version).toBe('1')
    expect(await other.documents.all('finding')).toEqual([finding(1)])
    const { learned, misses } = await filled()
    expect([await other.learned.all(), await other.misses.all()]).toEqual([await learned.all(), await misses.all()])
    expect(await other.learned.counted([recordKey(lead(1))])).toEqual(await learned.counted([recordKey(lead(1))]))
    expect(await other.backup.plan(json)).toEqual({
      events: { added: 0, known: 4 }, assets: { added: 0, changed: 0, known: 2 }, outbox: { added: 0, known: 1 }, documents: { added: 0, known: 1 }, playbook: 'same', invalid: 0,
    })
  })

  it('reads the target before it delivers what another machine may have delivered meanwhile', async () => {
    const { backup } = await filled()
    const [json = ''] = await backup.export(5)
    const machine = createMachine()
    const other = await boot(machine)
    await other.backup.restore(json)
    expect(await other.outbox.open()).toMatchObject([{ eventId: eventId(1), state: 'retry', unsure: true, unsureSince: 1_000, dueAt: machine.clock.now() }])
  })

  it('says which assets change and leaves out what is not what it claims to be', async () => {
    const { backup, assets } = await filled()
    const [json = ''] = await backup.export(5)
    await assets.put([asset(1, { title: 'Changed here' })])
    const file = JSON.parse(json) as { events: unknown[] }
    file.events.push({ type: 'verdict', id: 'x' }, null)
    expect(await backup.plan(JSON.stringify(file))).toMatchObject({ assets: { added: 0, changed: 1, known: 1 }, events: { known: 4 }, invalid: 2 })
    await backup.restore(JSON.stringify(file))
    expect((await assets.byId('a1'))?.title).toBe('Guide 1')
  })

  it.each([
    ['form', 'not json'],
    ['form', '{"format":"other","version":1,"events":[],"assets":[],"outbox":[]}'],
    ['version', '{"format":"leadside-backup","version":2,"events":[],"assets":[],"outbox":[]}'],
    ['size', 'x'.repeat(largestFile + 1)],
  ])('S50 refuses a file of the wrong %s', async (detail, json) => {
    const { backup, ledger } = await boot(createMachine())
    await expect(backup.restore(json)).rejects.toMatchObject({ kind: 'invalid', detail })
    await expect(backup.plan(json)).rejects.toMatchObject({ kind: 'invalid', detail })
    expect(await ledger.count()).toBe(0)
  })

  it('S50 spreads over several complete files rather than grow past the limit', () => {
    const events = [1, 2, 3, 4, 5].map((n) => verdict(n))
    const limit = JSON.stringify(events.slice(0, 2)).length + 200
    const files = toDocuments({ playbook: undefined, events, assets: [asset(1)], outbox: [rowFor(verdict(1))], documents: [], misses: [], learned: [], rules: [] }, 1, limit)
    expect(files.length).toBeGreaterThan(2)
    expect(Math.max(...files.map((file) => file.length))).toBeLessThanOrEqual(limit)
    const parsed = files.map(parseDocument)
    expect(parsed.flatMap((part) => part.events)).toEqual(events)
    expect([parsed.flatMap((part) => part.assets).length, parsed.flatMap((part) => part.outbox).length]).toEqual([1, 1])
    expect(toDocuments({ playbook: undefined, events: [], assets: [], outbox: [], documents: [], misses: [], learned: [], rules: [] }, 1)).toHaveLength(1)
  })

  it('of nothing is a file with nothing in it', async () => {
    const machine = createMachine()
    const { backup } = await boot(machine)
    const [json = ''] = await backup.export(1)
    expect(JSON.parse(json)).toMatchObject({ events: [], assets: [], outbox: [] })
  })
})
