import { Hono } from 'hono'
import { HubspotError, invalid } from '../../errors.ts'
import type { EmailEvent } from '../../model/marketing.ts'
import { demandScopes, type ApiEnv } from '../context.ts'
import { numberParam } from '../input.ts'
import { decodeCursor, encodeCursor } from '../paging.ts'

const types = new Set([
  'SENT',
  'PROCESSED',
  'DELIVERED',
  'DEFERRED',
  'DROPPED',
  'BOUNCE',
  'OPEN',
  'CLICK',
  'PRINT',
  'FORWARD',
  'STATUSCHANGE',
  'SPAMREPORT',
  'SUPPRESSED',
  'UNBOUNCE',
])

/** `/email/public/…`: opens and clicks of marketing mails. */
export const emailEventRoutes = new Hono<ApiEnv>()
  .get('/events', (c) => {
    demandScopes(c, 'content')
    const eventType = c.req.query('eventType')
    if (eventType !== undefined && !types.has(eventType)) throw invalid(`Invalid eventType: ${eventType}`)
    const recipient = c.req.query('recipient')?.toLowerCase()
    const campaignId = c.req.query('campaignId')
    const from = Number(c.req.query('startTimestamp') ?? -Infinity)
    const until = Number(c.req.query('endTimestamp') ?? Infinity)
    if (Number.isNaN(from) || Number.isNaN(until)) throw invalid('startTimestamp and endTimestamp are milliseconds')
    const unfiltered = c.req.query('excludeFilteredEvents') === 'true'
    const found = c.env.portal.marketing.emailEvents.filter(
      (event) =>
        (recipient === undefined || event.recipient === recipient) &&
        (eventType === undefined || event.type === eventType) &&
        (campaignId === undefined || String(event.emailCampaignId) === campaignId) &&
        event.created >= from &&
        event.created < until &&
        !(unfiltered && event.more['filteredEvent'] === true),
    )
    const limit = numberParam(c, 'limit', 10, 1000)
    const offset = c.req.query('offset')
    const start = offset === undefined ? 0 : decodeCursor(offset)
    const end = Math.min(start + limit, found.length)
    return c.json({
      hasMore: end < found.length,
      offset: encodeCursor(end),
      events: found.slice(start, end).map((event) => present(event, c.env.portal.id)),
    })
  })
  .get('/campaigns/:id', (c) => {
    demandScopes(c, 'content')
    const campaign = c.env.portal.marketing.emailCampaigns.find(({ id }) => String(id) === c.req.param('id'))
    if (campaign === undefined) throw new HubspotError(404, { message: `No campaign with id ${c.req.param('id')}` })
    return c.json({
      id: campaign.id,
      appId: 113,
      appName: 'Batch',
      contentId: Number(campaign.contentId),
      name: campaign.name,
      subject: campaign.subject,
      type: 'BATCH_EMAIL',
      lastUpdatedTime: campaign.sentAt,
      processingState: 'DONE',
      counters: {},
    })
  })

function present(event: EmailEvent, portalId: number): Record<string, unknown> {
  const { id, type, created, recipient, emailCampaignId, more } = event
  return { appId: 113, appName: 'Batch', created, emailCampaignId, emailCampaignGroupId: emailCampaignId, id, portalId, recipient, type, ...more }
}
