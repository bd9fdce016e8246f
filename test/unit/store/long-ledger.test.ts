import { describe, expect, it } from 'vitest'
import type { LedgerEvent } from '@/lib/domain/ledger'
import { recordKey } from '@/lib/domain/record-key'
import { readSheet } from '@/lib/domain/review/sheet'
import { rowRev } from '@/lib/store/rows'
import { withLooks } from '@/lib/store/looks'
import { toVerdictRow } from '@/lib/store/verdict-row'
import durable2 from '../../fixtures/store/durable-2.json'
import { dumpDatabase, loadDatabase, wait, type DatabaseDump } from '../../fixtures/store/dump'
import { eventId, lead, rep, verdict } from '../../fixtures/store/events'
import { boot, createMachine, type Machine } from '../../fixtures/store/machine'

const many = 1_000
const stories = (n: number) => ['a1', `a${n % 7}`].map((assetId, at) => ({ key: `k${assetId}`, assetId, title: 'T', count: 1, last: at }))
const judged = (n: number) => verdict(n, { ref: lead(n), evidence: { playbook: '1', campaigns: [], digest: '', stories: stories(n) } })
const request: LedgerEvent = { type: 'request', id: eventId(5_000), at: 1, ref: lead(1), rep, query: 'gdpr' }
const send: LedgerEvent = { type: 'send', id: eventId(5_001), at: 1, ref: lead(2), rep, assetId: 'a1', assetVersion: 1, title: 'T', channel: 'copy' }
/** Filed under the contact that the lead became. */
const sent: LedgerEvent = { type: 'send-outcome', id: eventId(5_002), at: 2, ref: { ...lead(3), kind: 'contact' }, rep, sendId: send.id, outcome: 'sent', by: 'rep' }

const stored = (event: LedgerEvent) => ({ id: event.id, rev: rowRev, recordKey: recordKey(event.ref), event })

/** A ledger as version 2 left it: nothing counted, nothing filed. */
async function asVersion2(own: LedgerEvent[], others: LedgerEvent[], verdicts: object[] = []): Promise<Machine> {
  const machine = createMachine()
  const dump: DatabaseDump = structuredClone(durable2)
  const rows = (table: string, given: object[]) => { if (dump.stores[table]) dump.stores[table].rows = given }
  rows('events', own.map(stored))
  rows('teamEvents', others.map((event) => ({ ...stored(event), origin: 'hub' })))
  rows('verdicts', verdicts)
  await loadDatabase(machine.indexedDB, dump)
  return machine
}

const filedIn = async ({ indexedDB }: Machine) => ((await dumpDatabase(indexedDB, 'leadside')).stores['filed']?.rows ?? []).map((row) => (row as { id: string }).id).sort()
/** A start whose long work stops at every turn for `meanwhile`. */
async function bootSlow(machine: Machine, meanwhile: (turn: number) => Promise<void> | void) {
  let [now, turn] = [machine.clock.now(), 0]
  return boot(machine, { clock: { ...machine.clock, now: () => (now += 10) }, pause: async () => meanwhile(turn += 1) })
}

describe('a long ledger of version 2', () => {
  it('is written to and read from before anything of it was counted', async () => {
    const machine = await asVersion2(Array.from({ length: many }, (_, n) => judged(n + 1)), [request, send])
    const { problem, ledger, team } = await boot(machine)
    expect(problem).toBeUndefined()
    await ledger.append([judged(many + 1)], [])
    expect((await ledger.forRecord([recordKey(lead(7))])).map(({ id }) => id)).toEqual([eventId(7)])
    expect((await team.events(['request'])).map(({ id }) => id)).toEqual([request.id])
    expect(await filedIn(machine)).toEqual([])
  })

  it('is counted and filed by the first who asks, the outcome of a send with the send', async () => {
    const machine = await asVersion2([...Array.from({ length: many }, (_, n) => judged(n + 1)), send], [request, sent])
    const { past, team, eraser } = await boot(machine)
    expect((await past.assets()).find(({ item }) => item === 'a1')).toMatchObject({ people: many, sent: 1 })
    expect(await filedIn(machine)).toEqual([request.id, send.id, sent.id])
    expect((await team.events(['send-outcome', 'request', 'send'])).map(({ id }) => id).sort()).toEqual([request.id, sent.id])
    await eraser.person([lead(2)])
    expect((await past.assets()).find(({ item }) => item === 'a1')).toMatchObject({ people: many - 1, sent: 0 })
    expect(await filedIn(machine)).toEqual([request.id, sent.id])
  })

  it.each([1, 40, 400])('is counted by the next start where the browser ended in the middle of it (turn %i)', async (end) => {
    const machine = await asVersion2([...Array.from({ length: many }, (_, n) => judged(n + 1)), send], [request, sent])
    const cut = await bootSlow(machine, (turn) => { if (turn === end) cut.close() })
    await expect(cut.past.assets()).rejects.toMatchObject({ kind: 'storage-broken' })
    const { past, ledger } = await boot(machine)
    await ledger.append([judged(many + 1)], [])
    expect((await past.assets()).find(({ item }) => item === 'a1')).toMatchObject({ people: many + 1, sent: 1 })
    expect((await past.around(['a1'])).get('a1')?.next.get('a2')).toBeGreaterThan(100)
    expect(await filedIn(machine)).toEqual([request.id, send.id, sent.id])
  })

  it('finds what a release that files nothing was told meanwhile', async () => {
    const machine = await asVersion2([judged(1)], [request])
    const first = await boot(machine)
    await first.past.assets()
    first.close()
    await writtenByAnother(machine, 'teamEvents', { ...stored({ ...request, id: eventId(5_005) }), origin: 'hub' })
    const { team, past } = await boot(machine)
    await past.check()
    expect((await team.events(['request'])).length).toBe(2)
  })

  it('gets rows that lack what their events tell of campaigns made anew, and their sheets', async () => {
    const influences = [{ name: 'Spring', at: 1, by: 'utm' as const }, { name: 'Trade fair', by: 'source-detail' as const }]
    const [told, plain] = [1, 2].map((n) => verdict(n, { ref: lead(n), evidence: { playbook: '1', campaigns: ['Spring', 'Trade fair'], digest: '', stories: [], ...(n === 1 ? { influences } : {}) } }))
    if (!told || !plain) throw new Error('two were made')
    const rows = [told, plain].flatMap((event) => withLooks([toVerdictRow(event, 'here')])).map(({ entry: { onlyFirstDated: _, ...entry }, ...row }) => ({ ...row, entry }))
    const machine = await asVersion2([told, plain], [], rows)
    const { past, feedback, ledger } = await boot(machine)
    await past.assets()
    const flags = (entries: readonly { id: string; onlyFirstDated?: true | undefined }[]) => Object.fromEntries(entries.map((entry) => [entry.id, entry.onlyFirstDated]))
    expect(flags((await feedback.page({ limit: 9 })).entries)).toEqual({ [told.id]: true, [plain.id]: undefined })
    await ledger.append([verdict(3, { ref: lead(3) })], [])
    expect(flags((await feedback.sheets()).sheets.flatMap((sheet) => readSheet(sheet)))).toMatchObject({ [told.id]: true, [plain.id]: undefined })
  })
})

/** A row as another release left it, past every store. */
async function writtenByAnother({ indexedDB }: Machine, table: string, row: object): Promise<void> {
  const db = await wait(indexedDB.open('leadside'))
  await wait(db.transaction(table, 'readwrite').objectStore(table).put(row))
  db.close()
}
