import { AppError } from '@/lib/domain/errors'
import type { Delivery, DeliveryContext } from '@/lib/domain/ports'
import type { HubspotClient } from '../client'
import type { HubspotDeps } from '../deps'
import { expectPortal } from '../portal'
import type { PortalFacts } from '../wire/account'
import { contactOfLead } from '../read/contact-of-lead'
import { alreadyWritten } from './already-written'
import { closeReturnTasks, writeReturnTask } from './return-task'
import { logSend } from './send-log'
import { writeVerdict } from './verdict'

/** HubSpot may still be working on a request whose answer was lost; reading earlier could miss what it wrote. */
const settleMs = 30_000

/** What one delivery writes, and where. */
export interface WriteContext {
  deps: HubspotDeps
  client: HubspotClient
  portal: PortalFacts
  contactId: string
}

/**
 * Writes one delivery exactly once. HubSpot has no idempotency key, so after an unknown outcome what the contact holds is
 * read first, by association and never by search, which lags.
 * @throws AppError `wrong-org`; `timeout` with `retryAt` while an earlier attempt may still arrive
 */
export async function deliver(deps: HubspotDeps, client: HubspotClient, delivery: Delivery, { unsure, since }: DeliveryContext): Promise<void> {
  const { event } = delivery
  // HubSpot's composer logs its own mails.
  if (delivery.task === 'send-log' && delivery.event.channel === 'hubspot') return
  const settled = since + settleMs
  if (unsure && deps.clock.now() < settled) throw new AppError('timeout', { detail: 'unsure', retryAt: settled, unsure: true })

  const portal = await expectPortal(client, deps.cache, event.ref.org)
  const contactId = event.ref.kind === 'lead' ? await contactOfLead(client, event.ref) : event.ref.id
  if (unsure && delivery.task !== 'return-done' && await alreadyWritten(client, contactId, delivery)) return

  const context: WriteContext = { deps, client, portal, contactId }
  switch (delivery.task) {
    case 'verdict': return writeVerdict(context, delivery)
    case 'send-log': return logSend(context, delivery.event)
    case 'return-task': return writeReturnTask(context, delivery.event)
    case 'return-done': return closeReturnTasks(context, delivery.event.rep)
  }
}
