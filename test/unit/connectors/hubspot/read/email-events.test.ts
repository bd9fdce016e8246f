import * as z from 'zod/mini'
import { describe, expect, it } from 'vitest'
import { toEmailTouches } from '@/lib/connectors/hubspot/read/email-events'
import { emailEventPage } from '@/lib/connectors/hubspot/wire/email-events'
import { botFromUserAgent } from '@/lib/domain/agent/known-bots'

const sentAt = Date.UTC(2026, 8, 10, 9)
const common = { appId: 113, appName: 'Batch', emailCampaignId: 418, portalId: 1, recipient: 'dana@northwind.example', hmid: 'x' }
const sent = { ...common, id: 'sent-1', type: 'SENT', created: sentAt, subject: 'Three ways to cut picking errors', from: 'news@example.com' }
const delivered = { ...common, id: 'delivered-1', type: 'DELIVERED', created: sentAt + 3000, sentBy: { id: 'sent-1', created: sentAt } }
const opened = { ...common, id: 'open-1', type: 'OPEN', created: sentAt + 60_000, sentBy: { id: 'sent-1', created: sentAt }, duration: 4120, userAgent: 'Mozilla/5.0 (Windows NT 10.0)' }
const clicked = { ...common, id: 'click-1', type: 'CLICK', created: sentAt + 90_000, sentBy: { id: 'sent-1', created: sentAt }, url: 'https://www.example.com/lp?utm_campaign=nurture-03', linkId: 0, filteredEvent: false }
const touches = (...events: unknown[]) => toEmailTouches(z.parse(emailEventPage, { events, hasMore: false, offset: 'x' }).events, botFromUserAgent)

describe('marketing mail events', () => {
  it('tell what was sent, opened and clicked, under one mail', () => {
    const found = touches(clicked, opened, delivered, sent)
    expect(found.map(({ kind, title, signals: { mailId, deliveredAt } }) => ({ kind, title, mailId, deliveredAt }))).toEqual([
      { kind: 'email-click', title: '', mailId: 'sent-1', deliveredAt: sentAt + 3000 },
      { kind: 'email-open', title: sent.subject, mailId: 'sent-1', deliveredAt: sentAt + 3000 },
      { kind: 'email-sent', title: sent.subject, mailId: 'sent-1', deliveredAt: undefined },
    ])
    expect(found[0]).toMatchObject({ url: clicked.url, campaign: { name: 'nurture-03' }, itemId: undefined })
    expect(found[1]).toMatchObject({ itemId: 'email:418', url: undefined })
  })

  it('count a mail as delivered when it was sent where HubSpot kept no delivery', () => {
    expect(touches(opened, sent)[0]?.signals.deliveredAt).toBe(sentAt)
  })

  it('name the mail by its number where it was sent before the reading begins', () => {
    expect(touches(opened)[0]).toMatchObject({ title: '#418', signals: { mailId: 'sent-1', deliveredAt: undefined } })
  })

  it('find the mail by its campaign where the event does not name it', () => {
    const { sentBy: _, ...loose } = opened
    expect(touches(loose, delivered, sent)[0]).toMatchObject({ title: sent.subject, signals: { mailId: 'campaign:418', deliveredAt: sentAt + 3000 } })
  })

  it('mark what HubSpot filtered out and who named itself a scanner', () => {
    const [open] = touches({ ...opened, filteredEvent: true, userAgent: 'Barracuda Sentinel' })
    expect(open?.signals).toMatchObject({ filtered: true, bot: 'Barracuda' })
  })

  it('S49 drop address, place and user agent on arrival', () => {
    const events = z.parse(emailEventPage, { events: [{
      ...opened, ipAddress: 'canary-ip', location: { country: 'canary-land', city: 'canary-city' }, browser: { name: 'canary-browser' }, userAgent: 'canary-agent', deviceType: 'canary-device',
    }] }).events
    expect(JSON.stringify(events)).not.toMatch(/canary-(ip|land|city|browser|device)/)
    expect(JSON.stringify(toEmailTouches(events, botFromUserAgent))).not.toContain('canary')
  })

  it.each([
    ['an event that lacks the common fields', { type: 'UNBOUNCE' }],
    ['S33 an event named after a prototype', { ...sent, type: '__proto__' }],
    ['a bounce', { ...common, id: 'b', type: 'BOUNCE', created: sentAt }],
    ['a click on something that is no web page', { ...clicked, type: 'CLICKED' }],
  ])('pass over %s', (_name, event) => {
    expect(touches(event)).toEqual([])
  })

  it('S32 take no address a click could not have opened', () => {
    expect(touches({ ...clicked, url: 'javascript:alert(1)' }, sent)[0]).toMatchObject({ url: undefined, title: sent.subject })
  })
})
