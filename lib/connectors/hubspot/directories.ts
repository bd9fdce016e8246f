import * as z from 'zod/mini'
import type { Actor } from '@/lib/domain/person'
import type { Cache } from '../ports'
import { pathWith } from './addresses'
import { allPages } from './all-pages'
import { cacheKey } from './cache-key'
import type { HubspotClient } from './client'
import { formPage, ownerPage, type Owner } from './wire/named-pages'

const dayMs = 86_400_000
const pageSize = 100

/** The portal's owners as people a rep may say to be: nothing verifies it. */
export async function listOwners(client: HubspotClient): Promise<Actor[]> {
  const owners = await allPages((after) => client.send({ path: pathWith('/crm/owners/{v}', { limit: pageSize, after }), schema: ownerPage }))
  return owners.map(toActor)
}

/** Names by owner id, read once a day. */
export function ownerNames(client: HubspotClient, cache: Cache, org: string): Promise<Map<string, string>> {
  return remembered(cache, cacheKey(org, 'owners'), async () => (await listOwners(client)).map(({ id, name }): [string, string] => [id, name]))
}

/** Form names by GUID, read once a day. */
export function formNames(client: HubspotClient, cache: Cache, org: string): Promise<Map<string, string>> {
  return remembered(cache, cacheKey(org, 'forms'), async () => {
    const forms = await allPages((after) => client.send({ path: formsPath(after), schema: formPage }))
    return forms.map(({ id, name }): [string, string] => [id.toLowerCase(), name])
  })
}

/** Pop-up and embedded forms alike; the parameter is repeated, not joined. */
function formsPath(after: string | undefined): string {
  return `${pathWith('/marketing/v3/forms', { limit: pageSize, after })}&formTypes=hubspot&formTypes=flow`
}

const pairs = z.array(z.tuple([z.string(), z.string()]))

async function remembered(cache: Cache, key: string, read: () => Promise<[string, string][]>): Promise<Map<string, string>> {
  const known = z.safeParse(pairs, await cache.get(key))
  if (known.success) return new Map(known.data)
  const fresh = await read()
  await cache.set(key, fresh, dayMs)
  return new Map(fresh)
}

function toActor(owner: Owner): Actor {
  const name = [owner.firstName, owner.lastName].filter(Boolean).join(' ')
  return { id: owner.id, name: name || owner.email || owner.id, email: owner.email ?? undefined, verified: false }
}
