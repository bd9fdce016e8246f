import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordKey } from '@/lib/domain/record-key'
import type { Source } from '@/lib/domain/source'
import { savedTables } from '@/lib/store/archive/tables'
import { dumpDatabase } from '../../fixtures/store/dump'
import { eventId, lead, rowFor, verdict, withdrawal } from '../../fixtures/store/events'
import { exported } from '../../fixtures/store/exported'
import { asset, fill, finding, playbook } from '../../fixtures/store/filled'
import { boot, createMachine } from '../../fixtures/store/machine'

const source: Source = { id: 'rss-1', kind: 'rss', address: 'https://a.example/feed', mapping: { title: 'title' }, fixed: { kind: 'ebook' }, takesPlaybook: false, paused: false, addedAt: 5, memory: { 'https://a.example/feed': { etag: '"1"' } } }

async function filled() {
  const machine = createMachine()
  const stores = await boot(machine)
  await fill({ ...stores, clock: machine.clock })
  await stores.sources.put(source)
  await stores.settings.save({ retentionDays: 90 })
  return { machine, ...stores }
}

/** Everything that is part of an export, as it lies on the disk. */
async function saved(machine: ReturnType<typeof createMachine>) {
  const { stores } = await dumpDatabase(machine.indexedDB, 'leadside')
  const names = ['events', 'assets', 'playbooks', 'documents', 'sources', 'misses', 'learned', 'learnedPeople', 'marks', 'handOvers', 'handOverRules']
  return Object.fromEntries(names.map((name) => [name, stores[name]]))
}

describe('backup', () => {
  it('S50 goes out and comes back whole, with what the restore will do said before', async () => {
    const { backup, machine } = await filled()
    const text = await exported(backup)
    const fresh = createMachine()
    fresh.clock.advance(86_400_000)
    const other = await boot(fresh)
    const plan = {
      events: { added: 4, known: 0 }, assets: { added: 2, changed: 0, known: 0 }, outbox: { added: 1, known: 0 }, documents: { added: 1, known: 0 }, others: { added: 5, known: 0 }, playbook: 'replaced', invalid: 0,
    }
    expect(await other.backup.restore(text, true)).toEqual(plan)
    expect(await other.ledger.count()).toBe(0)
    expect(await other.backup.restore(text, false)).toEqual(plan)
    expect(await saved(fresh)).toEqual(await saved(machine))
    const lines = (given: string) => given.split('\n').filter((line) => !/desk\.(?:export|outbox)"/.test(line))
    expect(lines(await exported(other.backup, 9))).toEqual(lines(text))
    expect((await other.feedback.page({ limit: 9 })).entries.map(({ id }) => id)).toEqual([eventId(2), eventId(1)])
    expect((await other.settings.get()).retentionDays).toBe(90)
    expect(await other.backup.restore(text, true)).toEqual({
      events: { added: 0, known: 4 }, assets: { added: 0, changed: 0, known: 2 }, outbox: { added: 0, known: 1 }, documents: { added: 0, known: 1 }, others: { added: 0, known: 5 }, playbook: 'same', invalid: 0,
    })
  })

  it('S50 restores any ledger and library exactly, in chunks of any size', async () => {
    const event = fc.record({ n: fc.integer({ min: 1, max: 300 }), who: fc.integer({ min: 1, max: 4 }), note: fc.option(fc.string(), { nil: undefined }), withdrawn: fc.boolean() })
    const item = fc.record({ n: fc.integer({ min: 1, max: 40 }), title: fc.string({ minLength: 1 }), topics: fc.array(fc.string({ maxLength: 20 }), { maxLength: 3 }), body: fc.option(fc.string({ unit: 'binary' }), { nil: undefined }) })
    await fc.assert(fc.asyncProperty(fc.uniqueArray(event, { selector: ({ n }) => n, maxLength: 12 }), fc.uniqueArray(item, { selector: ({ n }) => n, maxLength: 6 }), fc.integer({ min: 1, max: 9 }), async (events, items, chunk) => {
      const machine = createMachine()
      const here = await boot(machine)
      const given = events.flatMap(({ n, who, note, withdrawn }) => {
        const one = verdict(n, { ref: lead(who), ...(note === undefined ? {} : { note: note.slice(0, 200) }) })
        return withdrawn ? [one, withdrawal(n + 1_000, one)] : [one]
      })
      await here.ledger.append(given, [])
      await here.assets.put(items.map(({ n, title, topics, body }) => asset(n, { title, topics, ...(body === undefined ? {} : { body }) })))
      await here.playbooks.put(playbook, 7)
      const lines = (await exported(here.backup)).trimEnd().split('\n')
      const fresh = createMachine()
      const there = await boot(fresh)
      for (let from = 0; from < lines.length; from += chunk) await there.backup.restore(lines.slice(from, from + chunk).join('\n'), false)
      expect(await saved(fresh)).toEqual(await saved(machine))
      expect((await there.feedback.page({ limit: 500 })).entries).toEqual((await here.feedback.page({ limit: 500 })).entries)
      expect((await exported(there.backup)).trimEnd().split('\n')).toEqual(lines)
    }), { numRuns: 12 })
  })

  it('reads the target before it delivers what another machine may have delivered meanwhile', async () => {
    const { backup } = await filled()
    const machine = createMachine()
    const other = await boot(machine)
    await other.backup.restore(await exported(backup), false)
    expect(await other.outbox.open()).toMatchObject([{ eventId: eventId(1), state: 'retry', unsure: true, unsureSince: 1_000, dueAt: machine.clock.now() }])
  })

  it('says which assets change and leaves out what is not what it claims to be', async () => {
    const { backup, assets } = await filled()
    const text = await exported(backup)
    await assets.put([asset(1, { title: 'Changed here' })])
    const broken = `${text}{"specversion":"1.0","id":"x","source":"urn:leadside:desk","type":"app.leadside.verdict","data":{}}\nnull\n{"specversion":"1.0","id":"y","source":"urn:leadside:desk","type":"app.leadside.desk.asset","data":{"__proto__":{"x":1}}}\n`
    expect(await backup.restore(broken, true)).toMatchObject({ assets: { added: 0, changed: 1, known: 1 }, events: { known: 4 }, invalid: 3 })
    await backup.restore(broken, false)
    expect((await assets.byId('a1'))?.title).toBe('Guide 1')
  })

  it('keeps what was chosen here', async () => {
    const { backup } = await filled()
    const other = await boot(createMachine())
    await other.settings.save({ retentionDays: 30 })
    await other.backup.restore(await exported(backup), false)
    expect((await other.settings.get()).retentionDays).toBe(30)
  })

  it.each([
    ['form', 'not json'],
    ['form', '{"format":"leadside-backup","version":1}'],
    ['version', '{"format":"leadside-backup","version":2,"events":[],"assets":[],"outbox":[]}'],
    ['version', '{"specversion":"1.0","id":"e","source":"urn:leadside:desk","type":"app.leadside.desk.export","data":{"version":3}}'],
    ['size', 'x'.repeat(50_000_001)],
  ])('S50 refuses a file of the wrong %s', async (detail, text) => {
    const { backup, ledger } = await boot(createMachine())
    await expect(backup.restore(text, false)).rejects.toMatchObject({ kind: 'invalid', detail })
    await expect(backup.restore(text, true)).rejects.toMatchObject({ kind: 'invalid', detail })
    expect(await ledger.count()).toBe(0)
  })

  it('still reads a backup of before there were lines', async () => {
    const events = [verdict(1), verdict(2, { ref: lead(2) })]
    const old = { format: 'leadside-backup', version: 1, exportedAt: 1, playbook, events: [...events, { nonsense: true }], assets: [asset(1)], outbox: [rowFor(verdict(1))], documents: [finding(1)], learned: [{ key: recordKey(lead(1)), until: 5 }] }
    const { backup, ledger, assets, playbooks, documents } = await boot(createMachine())
    expect(await backup.restore(JSON.stringify(old), false)).toMatchObject({ events: { added: 2 }, assets: { added: 1 }, documents: { added: 1 }, playbook: 'replaced', invalid: 1 })
    expect([await ledger.count(), await assets.all(), (await playbooks.current())?.version, await documents.all('finding')]).toEqual([2, [asset(1)], '1', [finding(1)]])
  })

  it('gives out 100,000 events as slices nobody waits for', async () => {
    const { backup, ledger } = await boot(createMachine())
    await ledger.append(Array.from({ length: 2_500 }, (_, n) => verdict(n + 1, { ref: lead(n % 90) })), [])
    const sizes: number[] = []
    for (let after: string | undefined; ; ) {
      const { lines, next } = await backup.slice(after, 5)
      sizes.push(lines.length)
      if (next === undefined) break
      after = next
    }
    expect(sizes.filter((size) => size > 0)).toEqual([1, 1_000, 1_000, 500])
  })

  it('knows of every table whether it is part of it', async () => {
    // Derived from others, told again by a CRM or the hub, of this machine only, or secret.
    const left = ['verdicts', 'rollups', 'teamEvents', 'cursors', 'linkViews', 'hub', 'circuits', 'stagedAssets', 'warnings', 'meta', 'secrets', 'keys']
    const machine = createMachine()
    await boot(machine)
    const { stores } = await dumpDatabase(machine.indexedDB, 'leadside')
    expect(Object.keys(stores).sort()).toEqual([...savedTables.map(({ table }) => table), ...left].sort())
  })

  it('of nothing says what it is', async () => {
    const { backup } = await boot(createMachine())
    expect((await exported(backup)).trim().split('\n').map((line) => (JSON.parse(line) as { type: string }).type)).toEqual(['app.leadside.desk.export'])
  })

  it('leaves a database that does not exist not existing', async () => {
    const { indexedDB } = createMachine()
    const { readSlice } = await import('@/lib/store/archive/read-slice')
    expect(await readSlice(indexedDB, 'leadside', 'events', undefined, 10)).toEqual({ rows: [], last: undefined })
    expect(await indexedDB.databases()).toEqual([])
  })
})
