import { toErrorInfo } from '@/lib/domain/errors'
import { recordKey } from '@/lib/domain/record-ref'
import type { Snapshot } from '@/lib/domain/snapshot'
import type { RawTouch } from '@/lib/domain/touch'
import type { TeamDeps } from './deps'
import type { Membership } from './membership'

/** How long an opened record waits for the hub. */
const withinMs = 1_500
const mostRecords = 4
/** More than are ever kept. */
const mostCopies = 100_000
const source = 'hub-reported'
const mark = 'reported:'

/**
 * Adds to what the CRM said of a person what other systems told the hub of them, by record or by address. Where the hub does not
 * answer in time the story says so and keeps what it had.
 */
export function createReported({ digest }: Pick<TeamDeps, 'digest'>, membership: Pick<Membership, 'session'>) {
  return async (read: Snapshot, before: Snapshot | null | undefined): Promise<Snapshot> => {
    try {
      const session = await membership.session()
      if (!session) return read
      const { ref, same, email } = read.person
      const emailHash = email === undefined ? undefined : await digest(email.trim().toLowerCase())
      const refs = [...new Map([ref, ...same].map((one) => [recordKey(one), one])).values()].slice(0, mostRecords)
      const found = (await Promise.all(refs.map((one) => session.touches(one, emailHash, withinMs)))).flat()
      const touches = [...new Map(found.map((touch) => [touch.id, { ...touch, id: mark + touch.id }])).values()]
      return joined(read, touches, { state: touches.length > 0 ? 'found' : 'empty', count: touches.length })
    } catch (failure) {
      const kept = before?.touches.filter(isReported) ?? []
      return joined(read, kept, { state: 'failed', count: kept.length, error: toErrorInfo(failure) })
    }
  }
}

function isReported({ id }: RawTouch): boolean {
  return id.startsWith(mark)
}

/** Takes what the hub was told out of the copies of records. */
export async function forgetReported({ snapshots }: Pick<TeamDeps, 'snapshots'>): Promise<void> {
  for (const copy of await snapshots.recent(mostCopies)) {
    const touches = copy.touches.filter((touch) => !isReported(touch))
    if (touches.length < copy.touches.length) await snapshots.put({ ...copy, touches })
  }
}

function joined(read: Snapshot, touches: readonly RawTouch[], report: Omit<Snapshot['sources'][number], 'name'>): Snapshot {
  return { ...read, touches: [...read.touches, ...touches], sources: [...read.sources, { name: source, ...report }] }
}
