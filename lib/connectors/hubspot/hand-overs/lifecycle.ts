import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import type { FoundHandOver, HandOverOption, HandOverRule } from '@/lib/domain/hand-over'
import type { HandOverPage } from '@/lib/domain/hand-over-ports'
import type { HubspotClient } from '../client'
import { following, readCursor, writeCursor } from '../team/cursor'
import { searchPage } from '../wire/object'
import { timeOf } from '../wire/property-bag'

const pageSize = 200
/** Search sees a change late: the next reading starts a little before what this one saw. */
const overlapMs = 5 * 60_000

const definition = z.object({ options: z.array(z.object({ value: z.string(), label: z.string(), hidden: z._default(z.boolean(), false) })) })

/** The portal's lifecycle stages, its own ones included. */
export async function readLifecycleStages(client: HubspotClient): Promise<HandOverOption[]> {
  const { options } = await client.send({ path: '/crm/properties/{v}/contacts/lifecyclestage', schema: definition })
  return options.filter(({ hidden }) => !hidden).map(({ value, label }) => ({ id: value, label: label || value }))
}

/** The property in which HubSpot keeps when a contact entered a stage. @throws AppError `invalid` for what cannot be a stage */
export function dateEntered(stage: string): string {
  if (!/^\w{1,100}$/.test(stage)) throw new AppError('invalid', { detail: 'lifecycle stage' })
  return `hs_v2_date_entered_${stage.toLowerCase()}`
}

/** Contacts by the moment they entered the stage, in windows: HubSpot pages no search beyond 10,000. */
export async function findByStage(client: HubspotClient, rule: HandOverRule, stage: string, cursorText: string | undefined): Promise<HandOverPage> {
  const cursor = readCursor(cursorText, rule.since)
  const property = dateEntered(stage)
  const json = {
    filterGroups: [{ filters: [{ propertyName: property, operator: 'GTE', value: String(cursor.since) }] }],
    sorts: [{ propertyName: property, direction: 'ASCENDING' }],
    properties: [property],
    limit: pageSize,
    after: String(cursor.after),
  }
  const { results } = await client.send({ path: '/crm/objects/{v}/contacts/search', method: 'POST', json, repeatable: true, schema: searchPage })
  const found = results.flatMap(({ id, properties }): FoundHandOver[] => {
    const at = timeOf(properties, property)
    return at === undefined || at < rule.since ? [] : [{ ref: { crm: 'hubspot', org: rule.org, kind: 'contact', id }, at, precision: 'moment' }]
  })
  const last = results.at(-1)
  const reached = last && timeOf(last.properties, property)
  if (reached === undefined) return { found, cursor: writeCursor(cursor), more: false, lacks: [] }
  const more = results.length === pageSize
  return { found, cursor: writeCursor(more ? following(cursor, reached, pageSize) : { since: Math.max(rule.since, reached - overlapMs), after: 0 }), more, lacks: [] }
}
