import { Hono } from 'hono'
import { invalid } from '../../errors.ts'
import { stamp } from '../../format.ts'
import { currentValue } from '../../model/record-store.ts'
import { demandScopes, type ApiEnv } from '../context.ts'
import { numberParam } from '../input.ts'
import { page } from '../paging.ts'

const states = ['ATTENDED', 'CANCELLED', 'EMPTY', 'NO_SHOW', 'REGISTERED']

/** `/marketing/marketing-events/participations/contacts/{id or e-mail}/breakdown`. */
export const marketingEventRoutes = new Hono<ApiEnv>().get('/participations/contacts/:who/breakdown', (c) => {
  demandScopes(c, 'crm.objects.marketing_events.read')
  const state = c.req.query('state')
  if (state !== undefined && !states.includes(state)) throw invalid(`Invalid state: ${state}`)
  const { records, marketing } = c.env.portal
  const who = c.req.param('who')
  const contact = who.includes('@') ? records.findBy('0-1', 'email', who) : records.find('0-1', who)
  const all = marketing.participations
    .filter((participation) => participation.contactId === contact?.id && (state === undefined || participation.state === state))
    .sort((one, other) => other.at - one.at)
  const { slice, paging } = page(all, numberParam(c, 'limit', 10, 100), c.req.query('after'), c.env.url)
  const results = slice.map((participation) => {
    const event = marketing.events.find(({ id }) => id === participation.eventId)
    const attended = participation.state === 'ATTENDED'
    return {
      id: participation.id,
      createdAt: stamp(participation.at),
      associations: {
        contact: {
          contactId: contact?.id,
          firstname: contact && currentValue(contact, 'firstname'),
          lastname: contact && currentValue(contact, 'lastname'),
          email: contact && currentValue(contact, 'email'),
        },
        marketingEvent: {
          marketingEventId: event?.id,
          name: event?.name,
          externalEventId: event?.externalEventId,
          externalAccountId: 'quayside-webinars',
        },
      },
      properties: {
        occurredAt: participation.at,
        attendanceState: participation.state,
        ...(attended ? { attendanceDurationSeconds: participation.seconds, attendancePercentage: String(participation.share) } : {}),
      },
    }
  })
  return c.json({ total: all.length, results, ...paging })
})
