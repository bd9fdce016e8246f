import { describe, expect, it } from 'vitest'
import { kindOfEvent, wordsOfEvent } from '@/lib/connectors/hubspot/read/event-kinds'
import { splitEvents } from '@/lib/connectors/hubspot/read/events'
import type { Occurrence } from '@/lib/connectors/hubspot/wire/events'
import { botFromUserAgent } from '@/lib/domain/agent/known-bots'

const at = '2026-09-12T10:18:02.100Z'
const event = (eventType: string, properties: Record<string, string | null> = {}): Occurrence => ({ id: `${eventType}-1`, eventType, occurredAt: at, properties })
const touchOf = (eventType: string, properties: Record<string, string | null>) => splitEvents([event(eventType, properties)], botFromUserAgent).touches[0]

describe('events', () => {
  it.each([
    ['e_visited_page', 'page-view'],
    ['e_submitted_form', 'form-event'],
    ['e_form_submission_v2', 'form-event'],
    ['e_form_submission_metadata_v2', 'form-event'],
    ['e_form_completion_v2', 'form-event'],
    ['e_form_view', undefined],
    ['e_document_shared_v2', undefined],
    ['e_document_viewed', 'document'],
    ['e_v2_contact_viewed_document', 'document'],
    ['e_media_played', 'video'],
    ['e_ad_interaction', 'ad'],
    ['e_v2_contact_replied_sequence_email', 'email-reply'],
    ['pe24680135_asset_viewed', 'other'],
    ['e_deal_closed', undefined],
    ['e_call_ended', undefined],
    ['something else', undefined],
  ])('%s is %s', (eventType, kind) => {
    expect(kindOfEvent(eventType)).toBe(kind)
  })

  it('name themselves by their words', () => {
    expect(wordsOfEvent('pe24680135_asset_viewed')).toBe('asset viewed')
    expect(wordsOfEvent('e_document_viewed_v2')).toBe('document viewed')
  })

  it('bring page, title and campaign along', () => {
    expect(touchOf('e_visited_page', { hs_url: 'https://www.example.com/pricing?utm_source=x', hs_page_title: 'Pricing', hs_utm_campaign: 'autumn' })).toEqual({
      id: 'hubspot:event:e_visited_page-1', at: Date.parse(at), kind: 'page-view', title: 'Pricing', url: 'https://www.example.com/pricing?utm_source=x', itemId: undefined,
      campaign: { name: 'autumn' }, origin: { system: 'hs-events', id: 'e_visited_page-1' }, signals: { bot: undefined, botScore: undefined, deliberate: undefined },
    })
  })

  it.each([['99', 1], ['2', 98], ['0', undefined], ['', undefined], ['n/a', undefined]])('turn a Cloudflare score of %j into a bot score of %s', (score, expected) => {
    expect(touchOf('e_visited_page', { hs_url: 'https://www.example.com/', hs_cf_bot_score: score })?.signals.botScore).toBe(expected)
  })

  it('S32 take no address that is not a web address', () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'https://user:secret@www.example.com/', 'nonsense']) {
      expect(touchOf('e_visited_page', { hs_url: url, hs_title: 'Odd' })?.url).toBeUndefined()
    }
  })

  it('S49 name the crawler in a user agent and drop the rest, place and device included', () => {
    const touch = touchOf('e_visited_page', {
      hs_url: 'https://www.example.com/', hs_user_agent: 'Mozilla/5.0 (compatible; bingbot/2.0; canary-agent)', hs_country: 'canary-country', hs_region: 'canary-region', hs_browser: 'canary-browser',
    })
    expect(touch?.signals.bot).toBe('Bing')
    expect(JSON.stringify(touch)).not.toContain('canary')
  })

  it('leave an event without a readable moment out', () => {
    expect(splitEvents([{ ...event('e_visited_page'), occurredAt: 'yesterday' }], botFromUserAgent)).toEqual({ touches: [], forms: [] })
  })
})
