import { describe, expect, it } from 'vitest'
import { type LedgerEvent, ledgerEventTypes } from '@/lib/domain/ledger'
import { recordKey } from '@/lib/domain/record-key'
import { countPast, perPerson } from '@/lib/domain/suggest/past'
import { dumpDatabase } from '../../fixtures/store/dump'
import { eventId, lead, org, rep, verdict, withdrawal } from '../../fixtures/store/events'
import type { Stores } from '../../fixtures/store/filled'
import { boot, createMachine, type Machine } from '../../fixtures/store/machine'
import { createRandom } from '../../fixtures/store/random'

const assets = ['a1', 'a2', 'a3', 'a4'] as const
const people = 6

const items = assets.flatMap((id) => [id, `k${id}`])
const sorted = (counts: Iterable<[string, number]>) => Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))

/** Everything the store says, item by item. */
async function told({ past }: Pick<Stores, 'past'>) {
  const known = new Map((await past.assets()).map((asset) => [asset.item, asset]))
  const around = await past.around(items)
  return items.flatMap((item) => {
    const { judged = 0, good = 0, sent = 0, outdated = [] } = known.get(item) ?? {}
    const { people = 0, next = new Map<string, number>() } = around.get(item) ?? {}
    return around.has(item) ? [{ item, people, judged, good, sent, outdated: outdated.toSorted((a, b) => a - b), next: sorted(next) }] : []
  })
}

/** Everything read and counted at once, as it was before there were sums. */
async function recountedAll({ ledger, team, learned }: Stores) {
  const [own, others] = await Promise.all([ledger.all(ledgerEventTypes), team.events()])
  const events = [...new Map([...own.toSorted((a, b) => (a.id < b.id ? -1 : 1)), ...others].map((event) => [event.id, event])).values()]
  const known = new Set(await learned.countedAmong(Array.from({ length: people + 1 }, (_, n) => recordKey(lead(n)))))
  const past = countPast(events, (key) => known.has(key))
  return items.flatMap((item) => {
    const found = past.get(item)
    if (!found) return []
    const { asset: _asset, next, outdated, ...sums } = found
    return [{ ...sums, outdated: outdated.toSorted((a, b) => a - b), next: sorted([...next].map(([other, count]) => [other, count / perPerson])) }]
  })
}

/** A team's life: verdicts, changes of mind, sends with outcomes filed elsewhere, refusals, others' events, people learned from and erased. */
async function live(stores: Stores, seed: number, steps: number): Promise<void> {
  const random = createRandom(seed)
  const given: LedgerEvent[] = []
  for (let n = 1; n <= steps; n += 1) {
    const at = n * 1_000
    const ref = lead(random.upTo(people) + 1)
    const stories = assets.filter(() => random.chance(0.4)).map((assetId) => ({ key: `k${assetId}`, title: 'T', ...(random.chance(0.8) ? { assetId } : {}), count: 1, last: random.upTo(5) }))
    const event = ((): LedgerEvent => {
      const before = random.pick([undefined, ...given])
      switch (random.upTo(7)) {
        case 0: case 1: return verdict(n, { ref, verdict: random.pick(['good', 'not_yet', 'wrong', 'cant_tell']), evidence: { playbook: '1', campaigns: [], digest: '', stories }, ...(before?.type === 'verdict' ? { ref: before.ref, supersedes: before.id } : {}) })
        case 2: return before?.type === 'verdict' ? withdrawal(n, before) : verdict(n, { ref })
        case 3: case 4: return { type: 'send', id: eventId(n), at, ref, rep, assetId: random.pick(assets), assetVersion: 1, title: 'T', channel: 'copy' }
        case 5: return { type: 'send-outcome', id: eventId(n), at, ref, rep, sendId: given.findLast(({ type }) => type === 'send')?.id ?? eventId(n + 1), outcome: random.pick(['sent', 'dropped']), by: 'rep' }
        default: return { type: 'dismissed', id: eventId(n), at, ref, rep, assetId: random.pick(assets), reason: random.pick(['outdated', 'other']) }
      }
    })()
    given.push(event)
    if (random.chance(0.5)) await stores.ledger.append([event], [])
    else await stores.team.mergeEvents([event, ...(random.chance(0.2) ? given.slice(-3) : [])])
    if (random.chance(0.05)) await stores.ledger.append(given.slice(-4), [])
    if (event.type === 'verdict' && random.chance(0.2)) await stores.team.merge(`salesforce:${org}`, { items: [{ ref, verdict: { at, verdict: event.verdict, eventId: event.id }, event }], cursor: 'c' }, at)
    if (random.chance(0.1)) await stores.ledger.remove([random.pick([event, ...given]).id])
    if (random.chance(0.06)) await stores.learned.count({ key: recordKey(ref), from: (await stores.learned.counted([recordKey(ref)]))?.until, until: random.chance(0.7) ? at : undefined }, [], at)
    if (random.chance(0.04)) await stores.eraser.person([ref], random.chance(0.5) ? at - 5_000 : undefined)
  }
}

/** A row as another release left it, past every store. */
async function writtenByAnother(machine: Machine, row: object): Promise<void> {
  const request = machine.indexedDB.open('leadside')
  await new Promise((resolve) => request.addEventListener('success', resolve))
  const writing = request.result.transaction('events', 'readwrite')
  writing.objectStore('events').put(row)
  await new Promise((resolve) => writing.addEventListener('complete', resolve))
  request.result.close()
}

/** A start where every step of long work takes a slice, and `meanwhile` happens in the pause after it. */
async function bootSlow(machine: Machine, meanwhile: (turn: number) => Promise<void>) {
  let [now, turn] = [machine.clock.now(), 0]
  return boot(machine, { clock: { ...machine.clock, now: () => (now += 10) }, pause: async () => meanwhile(turn += 1) })
}

describe('what the ledger says of each item', () => {
  it.each([1, 2, 3, 4, 5, 6])('is the same counted with every change and counted at once, through changes of mind and erasure (%i)', async (seed) => {
    const stores = await boot(createMachine())
    await live(stores, seed, 120)
    const kept = await told(stores)
    expect(kept).toEqual(await recountedAll(stores))
    expect(kept.length).toBeGreaterThan(2)
    expect(await stores.ledger.count()).toBeGreaterThan(10)
  })

  it('is counted with every change after it was first counted late, and after a hub was left', async () => {
    const machine = createMachine()
    const stores = await boot(machine)
    await live(stores, 7, 60)
    await stores.team.forgetHub()
    expect(await told(stores)).toEqual(await recountedAll(stores))
    await stores.ledger.append([verdict(900, { ref: lead(2) })], [])
    stores.close()
    const next = await boot(machine)
    expect(await told(next)).toEqual(await recountedAll(next))
  })

  it('is counted anew after a release was here that did not count', async () => {
    const machine = createMachine()
    const stores = await boot(machine)
    await stores.ledger.append([verdict(1)], [])
    expect(await told(stores)).toMatchObject([{ item: 'a1', people: 1 }])
    stores.close()
    await writtenByAnother(machine, { id: eventId(2), rev: 1, recordKey: recordKey(lead(2)), event: verdict(2, { ref: lead(2) }) })
    const next = await boot(machine)
    await next.past.check()
    expect(await told(next)).toMatchObject([{ item: 'a1', people: 2 }])
  })

  it('is counted anew although the old sums changed while it was', async () => {
    const machine = createMachine()
    const stores = await boot(machine)
    await stores.ledger.append([verdict(1), verdict(3, { ref: lead(3) })], [])
    stores.close()
    await writtenByAnother(machine, { id: eventId(2), rev: 1, recordKey: recordKey(lead(2)), event: verdict(2, { ref: lead(2) }) })
    const next = await bootSlow(machine, async (turn) => {
      if (turn <= 3) await next.learned.count({ key: recordKey(lead(turn)), from: undefined, until: 5 }, [], 5)
    })
    await next.past.check()
    expect(await told(next)).toEqual(await recountedAll(next))
    await next.ledger.append([verdict(4, { ref: lead(4) })], [])
    expect(await told(next)).toEqual(await recountedAll(next))
  })

  it.each([1, 2, 3])('is counted once, giving others their turn, and right although they go on (%i)', async (seed) => {
    const machine = createMachine()
    const before = await boot(machine)
    await live(before, seed, 60)
    await before.team.forgetHub()
    before.close()
    let [turns, pages] = [0, 0]
    const random = createRandom(seed)
    const stores = await bootSlow(machine, async (turn) => {
      turns = turn
      if (!random.chance(0.2)) return
      const ref = lead(random.upTo(people) + 1)
      pages += 1
      await stores.team.mergeEvents([verdict(1_000 + turn, { ref }), { type: 'send', id: eventId(2_000 + turn), at: 5, ref, rep, assetId: 'a2', assetVersion: 1, title: 'T', channel: 'copy' }])
      if (turn % 3 === 0) await stores.eraser.person([ref])
      if (turn % 2 === 0) await stores.learned.count({ key: recordKey(ref), from: (await stores.learned.counted([recordKey(ref)]))?.until, until: turn }, [], turn)
    })
    const answer = await told(stores)
    expect(answer).toEqual(await recountedAll(stores))
    expect([turns > 10, pages > 0]).toEqual([true, true])
    const after = turns
    await stores.past.assets()
    expect(turns).toBe(after)
  })

  it('is counted once more where a hub is left meanwhile', async () => {
    const machine = createMachine()
    const before = await boot(machine)
    await before.ledger.append([verdict(1)], [])
    await before.team.mergeEvents([verdict(2, { ref: lead(2) })])
    await before.team.forget(`salesforce:other`)
    before.close()
    const stores = await bootSlow(machine, async (turn) => {
      if (turn === 2) await stores.team.forgetHub()
    })
    expect(await told(stores)).toMatchObject([{ item: 'a1', people: 1 }])
  })

  it('takes in the first that a CRM tells of a record', async () => {
    const stores = await boot(createMachine())
    await stores.ledger.append([verdict(1)], [])
    const event = verdict(2, { ref: lead(2) })
    await stores.team.merge(`salesforce:${org}`, { items: [{ ref: lead(2), verdict: { at: 5, verdict: 'good', eventId: event.id }, event }], cursor: 'c' }, 5)
    expect(await told(stores)).toMatchObject([{ item: 'a1', people: 2 }])
  })

  it('F04 leaves out an event that cannot be read, and takes new ones of its record', async () => {
    const machine = createMachine()
    ;(await boot(machine)).close()
    await writtenByAnother(machine, { id: eventId(1), rev: 2, recordKey: recordKey(lead(1)), event: { type: 'verdict', said: 'good' } })
    const stores = await boot(machine)
    expect(await told(stores)).toEqual([])
    await stores.ledger.append([verdict(2), withdrawal(3, verdict(2)), verdict(4)], [])
    expect(await told(stores)).toMatchObject([{ item: 'a1', people: 1 }])
  })

  it('reads no event once it is counted', async () => {
    const stores = await boot(createMachine())
    await stores.ledger.append([verdict(1), verdict(2, { ref: lead(2), evidence: { playbook: '1', campaigns: [], digest: '', stories: ['a1', 'a2'].map((assetId, last) => ({ key: `k${assetId}`, assetId, title: 'T', count: 1, last })) } })], [])
    expect(await told(stores)).toMatchObject([{ item: 'a1', people: 2, next: { a2: 1 } }, { item: 'a2', people: 1, next: { a1: 0.7 } }])
    expect(JSON.stringify(await told(stores))).not.toContain(lead(1).id)
  })

  it('counts around an item assets only, which alone are suggested, and keeps no row once nobody is left', async () => {
    const machine = createMachine()
    const stores = await boot(machine)
    const stories = [{ key: 'page', title: 'T', count: 1, last: 1 }, { key: 'ka1', assetId: 'a1', title: 'T', count: 1, last: 2 }]
    await stores.ledger.append([1, 2].map((n) => verdict(n, { ref: lead(n), evidence: { playbook: '1', campaigns: [], digest: '', stories } })), [])
    expect(await stores.past.assets()).toMatchObject([{ item: 'a1', people: 2 }])
    expect(await stores.past.around(['a1', 'page', 'unknown'])).toEqual(new Map([['a1', { people: 2, next: new Map() }], ['page', { people: 2, next: new Map([['a1', 2]]) }]]))
    await stores.eraser.person([lead(1), lead(2)])
    const { stores: kept } = await dumpDatabase(machine.indexedDB, 'leadside')
    expect([kept['past']?.rows, kept['pastNext']?.rows]).toEqual([[], []])
  })
})

describe('the team keeps nothing past its time', () => {
  it('also of what is no verdict', async () => {
    const { team, housekeeping } = await boot(createMachine())
    const day = 86_400_000
    const opened = (n: number, at: number): LedgerEvent => ({ type: 'opened', id: eventId(n), at, ref: lead(n), rep })
    await team.mergeEvents([opened(1, day), opened(2, 50 * day), verdict(3, { at: day })])
    await housekeeping.run(60 * day, 30)
    expect((await team.events()).map(({ id }) => id)).toEqual([eventId(2)])
  })

  it('nor a verdict that was taken back, which nothing brings back either', async () => {
    const machine = createMachine()
    const { team, housekeeping, feedback } = await boot(machine)
    const day = 86_400_000
    const taken = verdict(1, { at: day, note: 'Kept by nobody' })
    await team.mergeEvents([taken, { ...withdrawal(2, taken), at: 2 * day }])
    await housekeeping.run(60 * day, 30)
    expect((await dumpDatabase(machine.indexedDB, 'leadside')).stores['verdicts']?.rows).toEqual([])
    await team.mergeEvents([verdict(3, { at: 50 * day })])
    expect((await feedback.page({ limit: 9 })).entries.map(({ id }) => id)).toEqual([eventId(3)])
  })
})
