import { AppError, toErrorInfo, type ErrorInfo } from '@/lib/domain/errors'
import type { HubspotClient } from './client'
import type { HubspotWords } from './deps'
import { definitionOf, leadsideGroup, leadsideProperties, type LeadsideProperty } from './leadside-properties'
import { propertyBatch, propertyFacts } from './wire/property-facts'

/** One step of the set-up: the group or a property, made now or there already. */
export interface SetUpStep {
  step: string
  state: 'made' | 'present' | 'failed'
  error?: ErrorInfo | undefined
}

/** Leadside properties the portal does not have. */
export async function unsetProperties(client: HubspotClient): Promise<LeadsideProperty[]> {
  const json = { archived: false, inputs: leadsideProperties.map((name) => ({ name })) }
  const { results } = await client.send({ path: '/crm/properties/{v}/contacts/batch/read', method: 'POST', json, repeatable: true, schema: propertyBatch })
  return leadsideProperties.filter((name) => !results.some((property) => property.name === name))
}

/**
 * Creates the property group and properties, reading before each write: how HubSpot words "exists already" is not
 * documented. One failed step leaves the others alone; running it again completes it.
 */
export async function setUpPortal(client: HubspotClient, words: HubspotWords): Promise<SetUpStep[]> {
  const steps = [await ensure(leadsideGroup, '/crm/properties/{v}/contacts/groups', { name: leadsideGroup, label: words.label('group'), displayOrder: -1 })]
  for (const name of leadsideProperties) steps.push(await ensure(name, '/crm/properties/{v}/contacts', definitionOf(name, words)))
  return steps

  async function ensure(step: string, collection: string, definition: unknown): Promise<SetUpStep> {
    try {
      if (await exists(client, `${collection}/${step}`)) return { step, state: 'present' }
      await client.send({ path: collection, method: 'POST', json: definition, schema: propertyFacts })
      return { step, state: 'made' }
    } catch (error) {
      return isThere(error) ? { step, state: 'present' } : { step, state: 'failed', error: toErrorInfo(error) }
    }
  }
}

async function exists(client: HubspotClient, path: string): Promise<boolean> {
  try {
    await client.send({ path, schema: propertyFacts })
    return true
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not-found') return false
    throw error
  }
}

function isThere(error: unknown): boolean {
  return error instanceof AppError && (error.kind === 'conflict' || (error.kind === 'invalid' && /already exists/i.test(error.detail ?? '')))
}
