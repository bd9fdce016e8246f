import type { Bus } from '@/lib/bus/client'
import { mostNames, type NamedRecord } from '@/lib/domain/named-record'
import { recordKey, type RecordRef } from '@/lib/domain/record-ref'

const gatherMs = 40

type Waiting = { ref: RecordRef; done: (named: NamedRecord) => void; failed: (cause: unknown) => void }

/** Asks for the names of rows that come into view within a moment together, so that a screen of them is one call; `named` hears every answer. */
export function createNameBatch(bus: Bus, named: (answers: readonly NamedRecord[]) => void): (ref: RecordRef) => Promise<NamedRecord> {
  let waiting: Waiting[] = []

  async function send(batch: readonly Waiting[]): Promise<void> {
    try {
      const answers = await bus.ask('record.names', { refs: batch.map(({ ref }) => ref) })
      const byKey = new Map(answers.map((one) => [recordKey(one.ref), one]))
      for (const { ref, done } of batch) done(byKey.get(recordKey(ref)) ?? { ref })
      named(answers)
    } catch (cause) {
      for (const { failed } of batch) failed(cause)
    }
  }

  function sendAll(): void {
    const all = waiting
    waiting = []
    for (let from = 0; from < all.length; from += mostNames) void send(all.slice(from, from + mostNames))
  }

  return (ref) => new Promise((done, failed) => {
    if (waiting.length === 0) setTimeout(sendAll, gatherMs)
    waiting.push({ ref, done, failed })
  })
}
