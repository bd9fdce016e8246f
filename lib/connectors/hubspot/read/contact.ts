import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import { contactPath, pathWith } from '../addresses'
import { cacheKey } from '../cache-key'
import type { HubspotClient } from '../client'
import { leadsideProperties } from '../leadside-properties'
import type { Cache } from '../../ports'
import { crmObject, type CrmObject } from '../wire/object'
import { consumptionProperties, personProperties } from './contact-properties'
import { campaignProperties } from './influences'

const properties = [...new Set([...personProperties, ...consumptionProperties, ...campaignProperties, ...leadsideProperties])]
const associations = ['notes', 'emails', 'leads'] as const
const rememberedMs = 3_600_000

/** Kinds of association the token may not see, and the scope that would show them. */
export const unseenAssociations = z.object({ names: z.array(z.enum(associations)), need: z.string() })
export type Unseen = z.infer<typeof unseenAssociations>

export interface ContactQuery {
  org: string
  id: string
  scoreProperty: string
  signal?: AbortSignal | undefined
}

/**
 * The contact with its properties, the history of its verdicts and the ids of what belongs to it. Where the token may not
 * see one kind of association HubSpot may refuse the whole call: then it is read without that kind, which is remembered for
 * an hour.
 */
export async function readContact(client: HubspotClient, cache: Cache, query: ContactQuery): Promise<{ contact: CrmObject; unseen?: Unseen | undefined }> {
  const key = unseenKey(query.org)
  const known = z.safeParse(unseenAssociations, await cache.get(key))
  if (known.success) return { contact: await read(client, query, known.data), unseen: known.data }
  try {
    return { contact: await read(client, query, undefined) }
  } catch (error) {
    const unseen = unseenBy(error)
    if (!unseen) throw error
    const contact = await read(client, query, unseen)
    await cache.set(key, unseen, rememberedMs)
    return { contact, unseen }
  }
}

export function unseenKey(org: string): string {
  return cacheKey(org, 'missing:associations')
}

function read(client: HubspotClient, { id, scoreProperty, signal }: ContactQuery, unseen: Unseen | undefined): Promise<CrmObject> {
  const seen = associations.filter((name) => !unseen?.names.includes(name))
  return client.send({
    path: pathWith(contactPath(id), {
      properties: [...properties, scoreProperty], propertiesWithHistory: 'leadside_event', associations: seen.length > 0 ? seen : undefined,
    }),
    schema: crmObject,
    signal,
  })
}

/** The kinds a refusal names by their scope; all of them where it names none. A refused contact itself is no matter of kinds. */
function unseenBy(error: unknown): Unseen | undefined {
  if (!(error instanceof AppError) || error.kind !== 'forbidden' || error.detail?.includes('objects.contacts')) return undefined
  const need = error.detail ?? 'associations'
  const named = associations.filter((name) => need.includes(name.slice(0, -1)))
  return { names: named.length > 0 ? named : [...associations], need }
}
