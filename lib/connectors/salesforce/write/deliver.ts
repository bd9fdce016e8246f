import type { Delivery, DeliveryContext } from '@/lib/domain/ports'
import type { SalesforceDeps } from '../../ports'
import { assetLine } from '../marker'
import type { Org } from '../org/org'
import type { Who } from '../read/who'
import { dayOf } from '../time'
import { expectActor } from './acting'
import { closeReturn, writeReturn } from './return-task'
import { writeTo } from './target'
import { createTask } from './task'
import { writeVerdict } from './verdict'

/** Writes one delivery on its record, as the person it comes from. */
export async function deliver(org: Org, deps: SalesforceDeps, delivery: Delivery, context: DeliveryContext): Promise<void> {
  const { event } = delivery
  await expectActor(deps, org, event.rep)
  const settings = await deps.settings(org.host)
  await writeTo(org, deps.cache, event.ref, async (who) => {
    if (delivery.task === 'verdict') return writeVerdict(org, { ...deps, settings }, who, delivery, context)
    if (delivery.task === 'send-log') return writeSend(org, deps, who, delivery.event, context)
    if (delivery.task === 'return-done') return closeReturn(org, deps, who)
    return writeReturn(org, deps, who, delivery.event, context)
  })
}

async function writeSend(org: Org, deps: SalesforceDeps, who: Who, event: Extract<Delivery, { task: 'send-log' }>['event'], context: DeliveryContext): Promise<void> {
  const { zoneinfo } = await org.user()
  await createTask(org, deps.cache, who, {
    task: 'send-log',
    eventId: event.id,
    subject: deps.words.sent(event.title),
    day: dayOf(event.at, zoneinfo),
    done: true,
    subtype: event.channel === 'meeting' ? undefined : 'Email',
    description: [event.link, assetLine(event.assetId, event.assetVersion)].filter(Boolean).join('\n'),
  }, context)
}
