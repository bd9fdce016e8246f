import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
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
type Member = z.infer<typeof memberPage>['results'][number]

/** `after`: HubSpot's place of the page to read, none for the first. `first`: whom that page began with when it was the last one of a whole reading. */
const cursorShape = z.strictObject({ after: z.optional(z.string()), first: z.optional(z.string()) })
type Cursor = z.infer<typeof cursorShape>

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
 * Contacts of a list with the moment they were added, oldest first, so that who is new stands on the last page or behind it: a later reading begins there. What
 * HubSpot's place in a list means is its own. Where that page does not begin with whom it began with before, because members left or the place is no longer known,
 * the list is read from the start; who is known already merges.
 */
export async function findInList(client: HubspotClient, rule: HandOverRule, list: string, cursorText: string | undefined): Promise<HandOverPage> {
  const { after, first } = readCursor(cursorText)
  const page = await readPage(client, list, after)
  const begins = page?.results[0] && nameOf(page.results[0])
  if (!page || (first !== undefined && begins !== first)) return { found: [], cursor: writeCursor({}), more: true, lacks: [] }
  const found = page.results.flatMap(({ recordId, membershipTimestamp }): FoundHandOver[] => {
    const at = toTime(membershipTimestamp)
    return at === undefined || at < rule.since ? [] : [{ ref: { crm: 'hubspot', org: rule.org, kind: 'contact', id: recordId }, at, precision: 'moment' }]
  })
  const next = page.paging?.next?.after
  const there: Cursor = begins === undefined ? {} : { after, first: begins }
  return { found, cursor: writeCursor(next === undefined ? there : { after: next }), more: next !== undefined, lacks: [] }
}

/** `undefined`: HubSpot does not know this place any more. */
async function readPage(client: HubspotClient, list: string, after: string | undefined): Promise<z.infer<typeof memberPage> | undefined> {
  const path = pathWith(`/crm/lists/{v}/${expectRecordId(list)}/memberships/join-order`, { limit: membersPage, after })
  return client.send({ path, schema: memberPage }).catch((error: unknown) => {
    if (after !== undefined && error instanceof AppError && error.kind === 'invalid') return undefined
    throw error
  })
}

/** Who joined again is another one: such members moved to the end. */
function nameOf({ recordId, membershipTimestamp }: Member): string {
  return `${recordId}@${membershipTimestamp}`
}

function readCursor(text: string | undefined): Cursor {
  try {
    const parsed = z.safeParse(cursorShape, JSON.parse(text ?? '{}'))
    return parsed.success ? parsed.data : {}
  } catch {
    return {}
  }
}

function writeCursor(cursor: Cursor): string {
  return JSON.stringify(cursor)
}
