import { circuitKey, hubWay, isOnTrial, rests } from './circuit'
import type { Circuit } from './circuit'
import type { OutboxRow } from './outbox'

/** Longest a row ever waits for its next try; what is due later was written by a clock that has been put back since. */
export const longestWaitMs = 15 * 60_000

/** How long an attempt may take, reading before writing included, until another drainer takes the row over. */
export const leaseMs = 120_000

export interface PickTerms {
  now: number
  /** `leaseMs`, or what a test needs. */
  leaseMs: number
  circuits: readonly Circuit[]
  /** Who is signed in at the hub, by id: what is another member's waits for that one, and holds nobody up. */
  member?: string | undefined
}

/** Whether it may go while this member is signed in at the hub. */
export function isFor(member: string | undefined, row: Pick<OutboxRow, 'member'>): boolean {
  return row.member === undefined || row.member.id === member
}

/** The row with moments that are possible under today's clock, so that putting the clock back delays nothing for long. */
export function ontoClock(row: OutboxRow, now: number, leaseMs: number): OutboxRow {
  const dueAt = Math.min(row.dueAt, now + longestWaitMs)
  const lease = row.lease && { ...row.lease, until: Math.min(row.lease.until, now + leaseMs) }
  const unsureSince = row.unsureSince && Math.min(row.unsureSince, now)
  const same = dueAt === row.dueAt && lease?.until === row.lease?.until && unsureSince === row.unsureSince
  return same ? row : { ...row, dueAt, lease, unsureSince }
}

/** What waits for another user of the CRM holds up nobody who is there, and what is dead no one at all. */
function holdsUp({ state, error }: OutboxRow): boolean {
  return state !== 'dead' && !(state === 'blocked' && error?.kind === 'wrong-user')
}

/** Rows of one record and target keep their order: only the head of a lane may go. */
function headsOfLanes(rows: readonly OutboxRow[]): OutboxRow[] {
  const heads = new Map<string, OutboxRow>()
  for (const row of rows) {
    const lane = `${row.target} ${row.recordKey}`
    if (holdsUp(row) && !heads.has(lane)) heads.set(lane, row)
  }
  return [...heads.values()]
}

/** When the row itself is ready; never where it waits for a person. */
function ready(row: OutboxRow): number {
  if (row.state === 'blocked') return Infinity
  return row.state === 'sending' ? (row.lease?.until ?? 0) : row.dueAt
}

/** Who may go when: the row must be ready, its record free, and its way neither resting nor tried by another. */
function schedule(rows: readonly OutboxRow[], { now, leaseMs, circuits, member }: PickTerms) {
  const open = rows.filter((row) => isFor(member, row)).map((row) => ontoClock(row, now, leaseMs))
  const held = open.filter((row) => row.state === 'sending' && ready(row) > now)
  const ways = new Map(circuits.map((circuit) => [circuit.key, circuit]))
  const heldUntil = (same: (row: OutboxRow) => boolean) => Math.max(0, ...held.filter(same).map(ready))
  return headsOfLanes(open).map((row) => {
    const way = circuitKey(row)
    const circuit = ways.get(way)
    const resting = circuit && rests(circuit, now) ? circuit.until : 0
    const trial = isOnTrial(circuit) ? heldUntil((other) => circuitKey(other) === way) : 0
    // The hub takes one batch at a time; a CRM one row a record. Neither waits for the other.
    const lane = heldUntil((other) => other.target === row.target && (row.target === 'hub' || other.recordKey === row.recordKey))
    return { row, way, alone: isOnTrial(circuit), at: Math.max(ready(row), resting, trial, lane) }
  })
}

/**
 * Takes at most `limit` rows for CRMs, one a record, and leases them. `rows` are all that are not done or cancelled, in the order
 * they were enqueued. A row taken over from a drainer that vanished is unsure: its target is read before it is written again.
 */
export function pickDue(rows: readonly OutboxRow[], terms: PickTerms & { limit: number }): OutboxRow[] {
  const busy = new Set<string>()
  const picked: OutboxRow[] = []
  for (const { row, way, alone, at } of schedule(rows.filter(({ target }) => target === 'crm'), terms)) {
    if (picked.length >= terms.limit) break
    if (at > terms.now || busy.has(row.recordKey) || (alone && busy.has(way))) continue
    busy.add(row.recordKey).add(way)
    picked.push(leased(row, terms.now, terms.leaseMs))
  }
  return picked
}

/**
 * Takes the next batch for the hub: rows in the order they were enqueued, several of one record too, but none past one of its
 * record that has to wait. Nothing while a batch is under way; one row alone after failures in a row.
 */
export function pickBatch(rows: readonly OutboxRow[], { now, leaseMs, circuits, limit, member }: PickTerms & { limit: number }): OutboxRow[] {
  const open = rows.filter((row) => row.target === 'hub' && isFor(member, row)).map((row) => ontoClock(row, now, leaseMs))
  const circuit = circuits.find(({ key }) => key === hubWay)
  if (rests(circuit, now) || open.some((row) => row.state === 'sending' && ready(row) > now)) return []
  const most = isOnTrial(circuit) ? 1 : limit
  const waiting = new Set<string>()
  const picked: OutboxRow[] = []
  for (const row of open) {
    if (picked.length >= most) break
    if (!holdsUp(row) || waiting.has(row.recordKey)) continue
    if (ready(row) > now) waiting.add(row.recordKey)
    else picked.push(leased(row, now, leaseMs))
  }
  return picked
}

function leased(row: OutboxRow, now: number, leaseMs: number): OutboxRow {
  const fence = row.fence + 1
  const takenOver = row.state === 'sending'
  const began = row.lease ? row.lease.until - leaseMs : now
  return {
    ...row,
    state: 'sending',
    fence,
    attempts: takenOver ? row.attempts + 1 : row.attempts,
    lease: { until: now + leaseMs, fence },
    unsure: row.unsure || takenOver,
    unsureSince: takenOver ? Math.min(row.unsureSince ?? began, began) : row.unsureSince,
  }
}

/** When the outbox has to be looked at again; `undefined` where nothing waits but for a person. */
export function nextDue(rows: readonly OutboxRow[], terms: PickTerms): number | undefined {
  const first = Math.min(...schedule(rows, terms).map(({ at }) => at))
  return Number.isFinite(first) ? first : undefined
}
