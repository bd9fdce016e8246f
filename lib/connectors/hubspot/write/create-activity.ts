import { AppError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/person'
import { associationToContact } from '../api'
import { written } from '../wire/object'
import type { WriteContext } from './deliver'

const plural = { note: 'notes', email: 'emails', task: 'tasks' } as const

/**
 * Creates a note, mail or task on the contact, in the rep's name where HubSpot takes that owner: somebody who left is
 * refused, and the entry matters more.
 */
export async function createActivity(
  { client, contactId }: WriteContext, type: keyof typeof associationToContact, rep: Actor, properties: Readonly<Record<string, string>>,
): Promise<void> {
  const association = { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: associationToContact[type] }
  const create = (owner: Record<string, string>) => client.send({
    path: `/crm/objects/{v}/${plural[type]}`,
    method: 'POST',
    json: { properties: { ...properties, ...owner }, associations: [{ to: { id: contactId }, types: [association] }] },
    schema: written,
  })
  const owner = /^\d+$/.test(rep.id) ? { hubspot_owner_id: rep.id } : undefined
  try {
    await create(owner ?? {})
  } catch (error) {
    if (!owner || !(error instanceof AppError) || error.kind !== 'invalid') throw error
    await create({})
  }
}
