import { describe, expect, it } from 'vitest'
import { type CampaignMember, toCampaignTouches } from '@/lib/connectors/salesforce/read/campaign-members'

function member(type: string, status: string, changes: Partial<CampaignMember> = {}): CampaignMember {
  return {
    Id: '00v5g00001CmAaaAAF', CampaignId: '7015g00001WeBnRAAV', Campaign: { Name: 'Autumn campaign', Type: type, StartDate: undefined }, Status: status,
    HasResponded: true, FirstRespondedDate: '2026-06-02', CreatedDate: '2026-06-02T08:14:55.000+0000', LastModifiedDate: '2026-06-02T08:14:55.000+0000', ...changes,
  }
}
const kindOf = (row: CampaignMember, chosen = {}) => toCampaignTouches([row], chosen)[0]?.kind

describe('campaign members', () => {
  it.each([
    ['Webinar', 'Attended', true, 'webinar-attended'],
    ['Webinar', 'Registered', true, 'webinar-registered'],
    ['Webinar', 'Registered', false, 'webinar-registered'],
    ['Webinar', 'Did not attend', true, 'webinar-registered'],
    ['Webinar', 'No-show', true, 'webinar-registered'],
    ['Webinar', 'Invited', false, undefined],
    ['Virtual webinar series', 'Attended', true, 'webinar-attended'],
    ['Content', 'Downloaded', true, 'download'],
    ['Content', 'Sent', false, undefined],
    ['Trade Show', 'Visited booth', true, 'event'],
    ['Conference', 'Sent', false, undefined],
    ['Demo Request', 'Requested', true, 'demo'],
    ['Advertisement', 'Responded', true, 'ad'],
    ['Email', 'Clicked', true, 'campaign-response'],
    ['Email', 'Sent', false, 'email-sent'],
    ['Something of our own', 'Responded', true, 'campaign-response'],
    ['', 'Responded', true, 'campaign-response'],
  ])('of type %j with status %j (responded: %s) are %s', (type, status, responded, kind) => {
    expect(kindOf(member(type, status, { HasResponded: responded }))).toBe(kind)
  })

  it('follow the kinds an admin chose', () => {
    expect(kindOf(member('Field Day', 'Came'), { 'field day': 'event' })).toBe('event')
    expect(kindOf(member('Content', 'Viewed'), { content: 'video' })).toBe('video')
  })

  it('are deliberate where somebody took part or asked', () => {
    const deliberate = (type: string, status: string) => toCampaignTouches([member(type, status)], {})[0]?.signals.deliberate
    expect(deliberate('Webinar', 'Attended')).toBe(true)
    expect(deliberate('Content', 'Downloaded')).toBe(true)
    expect(deliberate('Email', 'Clicked')).toBeUndefined()
  })

  const when: [string, Partial<CampaignMember>, string, boolean | undefined][] = [
    ['the time the membership was made that day', {}, '2026-06-02T08:14:55Z', undefined],
    ['the time it was changed that day', { CreatedDate: '2026-05-01T08:00:00.000+0000' }, '2026-06-02T08:14:55Z', undefined],
    ['the day alone', { CreatedDate: '2026-05-01T08:00:00.000+0000', LastModifiedDate: '2026-07-01T08:00:00.000+0000' }, '2026-06-02T12:00:00Z', true],
    ['its making where nothing else is known', { FirstRespondedDate: undefined }, '2026-06-02T08:14:55Z', undefined],
  ]
  it.each(when)('know %s', (_name, changes, at, dayOnly) => {
    expect(toCampaignTouches([member('Content', 'Downloaded', changes)], {})[0]).toMatchObject({ at: Date.parse(at), ...(dayOnly ? { dayOnly } : {}) })
  })

  it('put attendance on the day it took place, not on the day of registration', () => {
    const row = member('Webinar', 'Attended', {
      Campaign: { Name: 'Webinar', Type: 'Webinar', StartDate: '2026-09-08' }, FirstRespondedDate: '2026-08-28', LastModifiedDate: '2026-09-08T17:31:00.000+0000',
    })
    expect(toCampaignTouches([row], {})[0]?.at).toBe(Date.parse('2026-09-08T17:31:00Z'))
  })
})
