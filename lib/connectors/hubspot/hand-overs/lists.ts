import * as z from 'zod/mini'
import type { FoundHandOver, HandOverOption, HandOverRule } from '@/lib/domain/hand-over'
import type { HandOverPage } from '@/lib/domain/hand-over-ports'
import { expectRecordId, pathWith } from '../addresses'
import type { HubspotClient } from '../client'
import { toTime } from '../wire/property-bag'

const contactType = '0-1'
/** HubSpot's own bounds. */
const listsPage = 250
const membersPage = 250
const mostLists = 1000

const listSearch = z.object({ lists: z.array(z.object({ listId: z.string(), name: z.string(), objectTypeId: z.optional(z.string()) })), hasMore: z.boolean(), offset: z.number() })
const memberPage = z.object({
  results: z.array(z.object({ recordId: z.pipe(z.union([z.string(), z.number()]), z.transform(String)), membershipTimestamp: z.string() })),
  paging: z.optional(z.object({ next: z.optional(z.object({ after: z.string() })) })),
})

/** The portal's lists of contacts. */
export async function readLists(client: HubspotClient): Promise<HandOverOption[]> {
  const options: HandOverOption[] = []
  for (let offset = 0; offset < mostLists; ) {
    const page = await client.send({ path: '/crm/lists/{v}/search', method: 'POST', json: { query: '', count: listsPage, offset }, repeatable: true, schema: listSearch })
    for (const { listId, name, objectTypeId = contactType } of page.lists) if (objectTypeId === contactType) options.push({ id: listId, label: name })
    if (!page.hasMore || page.offset <= offset) break
    offset = page.offset
  }
  return options.toSorted((a, b) => a.label.localeCompare(b.label))
}

/**
 * Contacts of a list with the moment they were added. HubSpot's place in a list is its own and may not outlive the reading, so each reading goes through the
 * list again; who is known already merges.
 */
export async function findInList(client: HubspotClient, rule: HandOverRule, list: string, cursor: string | undefined): Promise<HandOverPage> {
  const after = cursor === undefined || cursor === '' ? undefined : cursor
  const path = pathWith(`/crm/lists/{v}/${expectRecordId(list)}/memberships/join-order`, { limit: membersPage, after })
  const page = await client.send({ path, schema: memberPage })
  const found = page.results.flatMap(({ recordId, membershipTimestamp }): FoundHandOver[] => {
    const at = toTime(membershipTimestamp)
    return at === undefined || at < rule.since ? [] : [{ ref: { crm: 'hubspot', org: rule.org, kind: 'contact', id: recordId }, at, precision: 'moment' }]
  })
  const next = page.paging?.next?.after
  return { found, cursor: next ?? '', more: next !== undefined, lacks: [] }
}
