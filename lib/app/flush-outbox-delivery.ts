import { AppError } from '@/lib/domain/errors'
import type { LedgerEvent, VerdictEvent } from '@/lib/domain/ledger'
import type { OutboxRow } from '@/lib/domain/outbox'
import type { Delivery, LedgerStore, OutboxStore } from '@/lib/domain/ports'

interface Sources { ledger: Pick<LedgerStore, 'byId' | 'forRecord'>; outbox: Pick<OutboxStore, 'forEvents'> }

/**
 * What a row has to write, taken from the ledger at the last moment; `undefined` where the verdict was withdrawn meanwhile.
 * @throws AppError `not-found` where the ledger does not hold the event, `invalid` where the event is none of the task's kind
 */
export async function resolveDelivery(row: OutboxRow, sources: Sources): Promise<Delivery | undefined> {
  const event = await sources.ledger.byId(row.eventId)
  if (!event) throw new AppError('not-found', { detail: 'event' })
  if (event.type === 'send' && row.task === 'send-log') return { task: 'send-log', event }
  const { task } = row
  if (event.type !== 'verdict' || task === 'send-log' || task === 'event') throw new AppError('invalid', { detail: task })
  if (await isWithdrawn(event, row, sources)) return undefined
  return task === 'verdict' ? { task, event, earlier: await findEarlier(event, sources) } : { task, event }
}

async function isWithdrawn(event: LedgerEvent, row: OutboxRow, { ledger }: Sources): Promise<boolean> {
  const events = await ledger.forRecord([row.recordKey])
  return events.some((other) => other.type === 'verdict-withdrawn' && other.verdictId === event.id)
}

/** The nearest verdict this one replaces that reached the CRM, or may have. */
async function findEarlier(event: VerdictEvent, { ledger, outbox }: Sources): Promise<string | undefined> {
  const seen = new Set([event.id])
  for (let id = event.supersedes; id !== undefined && !seen.has(id); ) {
    seen.add(id)
    const rows = await outbox.forEvents([id])
    if (rows.some((row) => row.task === 'verdict' && row.target === 'crm' && (row.state === 'done' || row.unsure))) return id
    const before = await ledger.byId(id)
    id = before?.type === 'verdict' ? before.supersedes : undefined
  }
  return undefined
}
