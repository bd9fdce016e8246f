import { AppError } from '@/lib/domain/errors'
import { handOverPart, type FoundHandOver, type HandOverPart, type HandOverRule } from '@/lib/domain/hand-over'
import type { HandOverLack, HandOverProgress, HandOverReader } from '@/lib/domain/hand-over-ports'
import { bestOutcome } from '@/lib/domain/hand-overs/best-outcome'
import type { RecordRef } from '@/lib/domain/record-ref'
import type { Cache } from '../../ports'
import { expectRecordId } from '../addresses'
import type { HubspotClient } from '../client'
import { readable } from '../read/person'
import { objectBatch, type CrmObject } from '../wire/object'
import { textOf, timeOf } from '../wire/property-bag'
import { associatedWith, readDeals, stageNames, toOutcome } from './deals'
import { followUpOf, followUpProperties } from './follow-up'
import { campaignProperties, influencesOf } from '../read/influences'
import { dateEntered } from './lifecycle'

const personProperties = ['jobtitle', 'industry', 'lifecyclestage', 'hs_lead_status'] as const

/** What became of contacts handed over: four calls for a batch, whatever its size, and one a day for the names of stages. */
export async function readProgress(client: HubspotClient, cache: Cache, rule: HandOverRule, found: readonly FoundHandOver[]): ReturnType<HandOverReader['progress']> {
  const lacks = new Map<string, HandOverLack>()
  const optional = async <T>(part: HandOverLack['part'], scope: string, read: () => Promise<T>): Promise<T | undefined> => read().catch((error: unknown) => {
    if (!(error instanceof AppError) || error.kind !== 'forbidden') throw error
    const need = error.detail ?? scope
    lacks.set(`${part}:${need}`, { part, need })
    return undefined
  })
  const ids = found.map(({ ref }) => ref.id)
  const contacts = await readContacts(client, ids, rule)
  const dealsOf = await optional('outcome', 'crm.objects.deals.read', () => associatedWith(client, ids, 'deals'))
  const dealIds = [...new Set([...(dealsOf?.values() ?? [])].flat())]
  const deals = dealIds.length > 0 ? await optional('outcome', 'crm.objects.deals.read', () => readDeals(client, dealIds)) : new Map<string, CrmObject>()
  const names = deals && deals.size > 0 ? await stageNames(client, cache, rule.org).catch(() => new Map<string, string>()) : new Map<string, string>()
  // Portals without the lead object refuse this too, and lack nothing.
  const leadsOf = await associatedWith(client, ids, 'leads').catch(unlessRefused)

  const progress = found.map((entry): HandOverProgress => {
    const { ref } = entry
    const contact = contacts.get(ref.id)
    if (!contact) return { ref, same: [], campaigns: [], unknown: [...handOverPart.options] }
    const bag = contact.properties
    const followUp = followUpOf(bag, entry)
    if (!followUp) lacks.set('follow-up', { part: 'follow-up', need: followUpProperties[0] })
    const outcomes = (dealsOf?.get(ref.id) ?? []).flatMap((id) => {
      const deal = deals?.get(id)
      return (deal && toOutcome(deal, names, entry)) ?? (deal || deals ? [] : { id, result: 'unknown' as const })
    })
    const unknown: HandOverPart[] = [...(followUp ? [] : ['follow-up' as const]), ...(dealsOf ? [] : ['outcome' as const])]
    return {
      ref,
      same: (leadsOf?.get(ref.id) ?? []).map((id): RecordRef => ({ ...ref, kind: 'lead', id })),
      campaigns: influencesOf(bag),
      source: readable(textOf(bag, 'hs_analytics_source')),
      title: textOf(bag, 'jobtitle'),
      industry: textOf(bag, 'industry'),
      status: textOf(bag, 'hs_lead_status'),
      lifecycle: textOf(bag, 'lifecyclestage'),
      ...followUp,
      mqlAt: firstEntered(contact, rule.mql),
      sqlAt: firstEntered(contact, rule.sql),
      outcome: bestOutcome(outcomes),
      unknown,
    }
  })
  return { progress, lacks: [...lacks.values()] }
}

async function readContacts(client: HubspotClient, ids: readonly string[], { mql, sql }: HandOverRule): Promise<Map<string, CrmObject>> {
  const entered = [...mql, ...sql].map(dateEntered)
  const properties = [...new Set([...personProperties, ...campaignProperties, ...followUpProperties, ...entered])]
  const json = { properties, propertiesWithHistory: [], inputs: ids.map((id) => ({ id: expectRecordId(id) })) }
  const { results } = await client.send({ path: '/crm/objects/{v}/contacts/batch/read', method: 'POST', json, repeatable: true, schema: objectBatch })
  return new Map(results.map((contact) => [contact.id, contact]))
}

function firstEntered({ properties }: CrmObject, stages: readonly string[]): number | undefined {
  const moments = stages.flatMap((stage) => timeOf(properties, dateEntered(stage)) ?? [])
  return moments.length > 0 ? Math.min(...moments) : undefined
}

function unlessRefused(error: unknown): undefined {
  if (!(error instanceof AppError) || !['forbidden', 'not-found', 'invalid'].includes(error.kind)) throw error
}
