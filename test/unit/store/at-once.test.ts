import { expect, it } from 'vitest'
import { recordKey } from '@/lib/domain/record-key'
import { exported } from '../../fixtures/store/exported'
import { lead, rowFor, verdict } from '../../fixtures/store/events'
import { fill } from '../../fixtures/store/filled'
import { boot, createMachine } from '../../fixtures/store/machine'

/** Dexie finds the transaction it is in by itself; many at once have been seen to make it lose it (`in-transaction.ts`). */
it.each([1, 2, 3, 4])('every transaction stays whole while others read and write (%i)', async (place) => {
  const source = createMachine()
  const filled = await boot(source)
  await fill({ ...filled, clock: source.clock })
  const text = await exported(filled.backup)
  const { past, team, ledger, outbox, learned, feedback, hubStore, backup } = await boot(createMachine())
  await ledger.append([verdict(50, { ref: lead(5) })], [])
  const others = Array.from({ length: 12 }, (_, n): (() => Promise<unknown>)[] => [
    () => past.assets(), () => past.around(['a1', 'a2']), () => team.events(['request']), () => feedback.sheets(), () => hubStore.device(() => 'one'),
    () => ledger.append([verdict(60 + n, { ref: lead(n + 1) })], [rowFor(verdict(60 + n))]), () => team.mergeEvents([verdict(200 + n, { ref: lead(n + 1) })]),
    () => outbox.lease(9e12, 1, 5), () => learned.count({ key: recordKey(lead(n + 1)), from: undefined, until: 5 }, [], 5),
  ]).flat()
  const done = await Promise.allSettled([...others.slice(0, place * 9).map((work) => work()), backup.restore(text, false), ...others.slice(place * 9).map((work) => work())])
  expect(done.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))).toEqual([])
  expect(await ledger.count()).toBe(1 + 12 + 4)
})
