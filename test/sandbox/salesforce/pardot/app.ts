import { type Context, Hono } from 'hono'
import type { Org } from '../org.ts'
import { activitiesOf, prospectsOf } from './activities.ts'

/** The business unit every seeded prospect belongs to. */
export const businessUnitId = '0Uv5g000000PB1dCAG'

const usualLimit = 200
const largestLimit = 1000

/** Account Engagement's API v5 at its own host: visitor activities and prospects of one org, read only. */
export function createPardot(org: Org): Hono {
  const app = new Hono()
  app.use('/api/v5/*', async (c, next) => {
    const token = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1]
    const session = token === undefined ? undefined : org.sessions.find(token, org.clock())
    if (session?.scopes.includes('pardot_api') !== true) return refuse(c, 401, 184, 'access_token is invalid, unknown, or malformed')
    if (c.req.header('pardot-business-unit-id') !== businessUnitId) return refuse(c, 401, 181, 'Business Unit ID does not match')
    if (c.req.query('fields') === undefined) return refuse(c, 400, 71, 'Input contains invalid or missing parameters')
    return next()
  })
  app.get('/api/v5/objects/visitor-activities', (c) =>
    page(c, (filters) => {
      const prospectId = filters.get('prospectId')
      const after = filters.get('createdAtAfterOrEqualTo')
      const since = after === null ? -Infinity : Date.parse(after)
      return activitiesOf(org).filter((row) => (prospectId === null || row.prospectId === Number(prospectId)) && Date.parse(row.createdAt) >= since)
    }))
  app.get('/api/v5/objects/prospects', (c) =>
    page(c, (filters) => prospectsOf(org).filter((row) => filters.get('email') === null || row.email === filters.get('email'))))
  return app
}

/** One page: `nextPageToken` holds the whole query, so only `fields` may come with it. */
function page(c: Context, rowsFor: (filters: URLSearchParams) => readonly object[]): Response {
  const { fields = '', nextPageToken, ...others } = c.req.query()
  if (nextPageToken !== undefined && Object.keys(others).length > 0) return refuse(c, 400, 71, 'Input contains invalid or missing parameters')
  const query = nextPageToken === undefined ? new URL(c.req.url).searchParams : new URLSearchParams(Buffer.from(nextPageToken, 'base64url').toString())
  const rows = rowsFor(query)
  const start = Number(query.get('start') ?? 0)
  const end = start + Math.min(largestLimit, Number(query.get('limit') ?? usualLimit))
  const wanted = new Set(fields.split(',').map((field) => field.split('.')[0]))
  const values = rows.slice(start, end).map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => wanted.has(name))))
  if (end >= rows.length) return c.json({ nextPageToken: null, nextPageUrl: null, values })
  query.set('start', String(end))
  const token = Buffer.from(query.toString()).toString('base64url')
  return c.json({ nextPageToken: token, nextPageUrl: `https://pi.pardot.com${c.req.path}?fields=${fields}&nextPageToken=${token}`, values })
}

function refuse(c: Context, status: 400 | 401, code: number, message: string): Response {
  return c.json({ code, message }, status)
}
