import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptChoices } from '@/lib/domain/archive'
import type { HandOverRule } from '@/lib/domain/hand-over'
import { recordKey } from '@/lib/domain/record-key'
import type { Source } from '@/lib/domain/source'
import { savedTables } from '@/lib/store/archive/tables'
import { dumpDatabase } from '../../fixtures/store/dump'
import { eventId, lead, org, rowFor, verdict, withdrawal } from '../../fixtures/store/events'
import { exported } from '../../fixtures/store/exported'
import { asset, fill, finding, playbook } from '../../fixtures/store/filled'
import { boot, createMachine } from '../../fixtures/store/machine'
import { read, sources } from '../../rules/files'

const source: Source = { id: 'rss-1', kind: 'rss', address: 'https://a.example/feed', mapping: { title: 'title' }, fixed: { kind: 'ebook' }, takesPlaybook: false, paused: false, addedAt: 5, memory: { 'https://a.example/feed': { etag: '"1"' } } }

const rule: HandOverRule = { crm: 'salesforce', org, version: 1, setAt: 1, since: 0, way: { by: 'lead-status', statuses: ['Working'] }, mql: [], sql: [] }

async function filled() {
  const machine = createMachine()
  const stores = await boot(machine)
  await fill({ ...stores, clock: machine.clock })
  await stores.sources.put(source)
  await stores.marks.add('favourite', ['a1'], 7)
  await stores.handOvers.setRule(rule)
  await stores.handOvers.merge(rule, { found: [{ ref: lead(7), at: 5_000, precision: 'moment' }], cursor: 'c', more: false, lacks: [] }, machine.clock.now())
  // Of others: an event the hub told, one it told and took back, and a verdict of which the CRM shows only its fields.
  await stores.team.mergeEvents([verdict(6, { ref: lead(6), note: 'From the hub' }), verdict(8, { ref: lead(6) }), withdrawal(9, verdict(8, { ref: lead(6) }))])
  await stores.team.merge(`salesforce:${org}`, { items: [{ ref: lead(7), verdict: { at: 9_000, verdict: 'wrong', by: 'Somebody', reason: 'competitor' } }], cursor: 'd' }, machine.clock.now())
  await stores.hubStore.addViews([{ id: 'v1', linkId: 'l1', assetId: 'a1', record: recordKey(lead(1)), at: 4_000, agent: { by: 'human', cause: 'none' } }])
  await stores.settings.save({ retentionDays: 90 })
  for (const key of ['views', 'dock']) await machine.local.set(key, { version: 1, value: { of: key } })
  return { machine, ...stores }
}

/** Worked out from the others, and the same again when they are. */
const derived = ['rollups']
/** Sums that are counted anew; where reading goes on; of this machine or its membership only; or secret. */
const left = ['filed', 'past', 'pastNext', 'cursors', 'hub', 'circuits', 'stagedAssets', 'warnings', 'meta', 'secrets', 'keys']

/** Everything that is part of an export, as it lies on the disk. */
async function saved(machine: ReturnType<typeof createMachine>) {
  const { stores } = await dumpDatabase(machine.indexedDB, 'leadside')
  // What was delivered is no part of it, and what was not is marked for a second look.
  const names = [...savedTables.map(({ table }) => table), ...derived].filter((name) => name !== 'outbox')
  return JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, stores[name]])))) as Record<string, { rows: unknown[] }>
}

describe('backup', () => {
  it('S50 goes out and comes back whole, with what the restore will do said before', async () => {
    const { backup, machine } = await filled()
    const text = await exported(backup)
    const fresh = createMachine()
    fresh.clock.advance(86_400_000)
    const other = await boot(fresh)
    const plan = {
      events: { added: 4, known: 0 }, assets: { added: 2, changed: 0, known: 0 }, outbox: { added: 1, known: 0 }, documents: { added: 1, known: 0 }, others: { added: 14, known: 0 }, playbook: 'replaced', invalid: 0,
    }
    expect(await other.backup.restore(text, true)).toEqual(plan)
    expect(await other.ledger.count()).toBe(0)
    expect(await other.backup.restore(text, false)).toEqual(plan)
    expect(await saved(fresh)).toEqual(await saved(machine))
    const lines = (given: string) => given.split('\n').filter((line) => !/desk\.(?:export|outbox)"/.test(line))
    expect(lines(await exported(other.backup, 9))).toEqual(lines(text))
    expect((await other.feedback.page({ limit: 9 })).entries.map(({ id }) => id)).toEqual([`${recordKey(lead(7))}@9000`, eventId(6), eventId(5), eventId(2), eventId(1)])
    expect((await other.settings.get()).retentionDays).toBe(90)
    for (const key of keptChoices) expect(await fresh.local.get(key)).toEqual(await machine.local.get(key))
    expect(await other.backup.restore(text, true)).toEqual({
      events: { added: 0, known: 4 }, assets: { added: 0, changed: 0, known: 2 }, outbox: { added: 0, known: 1 }, documents: { added: 0, known: 1 }, others: { added: 0, known: 14 }, playbook: 'same', invalid: 0,
    })
  })

  it('reads the hub’s erasures from the first again, because whom it erased may be back', async () => {
    const { backup } = await filled()
    const text = await exported(backup)
    const { backup: other, hubStore } = await boot(createMachine())
    const reached = ['erasures', 'events'] as const
    for (const part of reached) await hubStore.setProgress({ part, cursor: '7', tag: 't', at: 3 })
    await other.restore(text, true)
    expect((await hubStore.progress()).map(({ part }) => part).sort()).toEqual(reached)
    await other.restore(text, false)
    expect((await hubStore.progress()).map(({ part }) => part)).toEqual(['events'])
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
    const { machine } = await filled()
    const { stores } = await dumpDatabase(machine.indexedDB, 'leadside')
    expect(Object.keys(stores).sort()).toEqual([...savedTables.map(({ table }) => table), ...derived, ...left].sort())
    const empty = Object.entries(await saved(machine)).filter(([, { rows }]) => rows.length === 0).map(([name]) => name)
    expect(empty, 'tables the round trip says nothing about').toEqual([])
  })

  it('knows of every setting whether it is part of it', () => {
    // Consent is asked for in every browser; who one is and where pages lie comes with the sign-in.
    const notKept = ['consent', 'owners', 'hosts']
    const keys = sources('lib', 'entrypoints').flatMap((file) => [...read(file).matchAll(/: SettingItem<[^\n]*= \{\s*key: '([^']+)'/g)].map(([, key = '']) => key))
    expect(new Set(keys)).toEqual(new Set([...keptChoices, ...notKept]))
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
