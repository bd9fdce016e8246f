import type { RawTouch } from '@/lib/domain/touch'
import type { Occurrence } from '../wire/events'
import { numberOf, textOf, toTime } from '../wire/property-bag'
import { kindOfEvent, wordsOfEvent } from './event-kinds'
import type { FormTrace } from './form-submissions'
import { campaignOf, webAddress } from './web-address'

const deliberate = new Set(['email-reply'])

/** Events of the Events API as touches; those of filled forms become traces, to be merged with what the contact tells of them. */
export function splitEvents(events: readonly Occurrence[], botIn: (userAgent: string) => string | undefined): { touches: RawTouch[]; forms: FormTrace[] } {
  const touches: RawTouch[] = []
  const forms: FormTrace[] = []
  for (const event of events) {
    const at = toTime(event.occurredAt)
    const kind = kindOfEvent(event.eventType)
    if (at === undefined || kind === undefined) continue
    if (kind === 'form-event') forms.push(toFormTrace(event, at))
    else touches.push(toTouch(event, at, kind, botIn))
  }
  return { touches, forms }
}

function toTouch(event: Occurrence, at: number, kind: RawTouch['kind'], botIn: (userAgent: string) => string | undefined): RawTouch {
  const { title, url, campaign } = itemOf(event)
  const humanness = numberOf(event.properties, 'hs_cf_bot_score')
  const userAgent = textOf(event.properties, 'hs_user_agent')
  return {
    id: `hubspot:event:${event.id}`,
    at,
    kind,
    title: title ?? (url ? '' : wordsOfEvent(event.eventType)),
    url,
    itemId: url ? undefined : `event:${event.eventType}`,
    campaign,
    origin: { system: 'hs-events', id: event.id },
    signals: {
      bot: userAgent ? botIn(userAgent) : undefined,
      // Cloudflare counts from 1, certainly automated, to 99, certainly a person; 0 means it did not look.
      botScore: humanness ? 100 - humanness : undefined,
      deliberate: deliberate.has(kind) || undefined,
    },
  }
}

function toFormTrace(event: Occurrence, at: number): FormTrace {
  const { title, url, campaign } = itemOf(event)
  return { at, formId: textOf(event.properties, 'hs_form_id'), formTitle: textOf(event.properties, 'hs_form_title'), pageTitle: title, url, campaign }
}

function itemOf(event: Occurrence): { title: string | undefined; url: string | undefined; campaign: { name: string } | undefined } {
  const text = (name: string) => textOf(event.properties, name)
  const url = webAddress(text('hs_url')) ?? webAddress(text('hs_canonical_url')) ?? webAddress(text('hs_base_url'))
  const named = text('hs_utm_campaign')
  return { title: text('hs_page_title') ?? text('hs_title'), url, campaign: named ? { name: named } : campaignOf(url) }
}
