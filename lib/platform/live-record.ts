import { sameRecord, type RecordRef } from '@/lib/domain/record-ref'

/** A page in the middle of moving gets two more looks. */
const looksMs = [0, 50, 150]

/** The record a tab shows now; read again after 50 and 150 ms while it is not the expected one. */
export async function liveRecord({ read, sleep }: { read: () => Promise<RecordRef | undefined>; sleep: (ms: number) => Promise<void> }, expected: RecordRef): Promise<RecordRef | undefined> {
  let found: RecordRef | undefined
  let waited = 0
  for (const at of looksMs) {
    if (at > waited) await sleep(at - waited)
    waited = at
    found = await read()
    if (sameRecord(found, expected)) return found
  }
  return found
}
