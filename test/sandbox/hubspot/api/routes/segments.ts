import { Hono } from 'hono'
import { resourceNotFound } from '../../errors.ts'
import { stamp } from '../../format.ts'
import { demandScopes, objectTypeOf, type ApiEnv } from '../context.ts'

/** `/crm/lists…`: which segments a record is in, and what they are called. */
export const segmentRoutes = new Hono<ApiEnv>()
  .get('/records/:type/:id/memberships', (c) => {
    demandScopes(c, 'crm.lists.read')
    const type = objectTypeOf(c.req.param('type'))
    const { records, marketing } = c.env.portal
    if (records.find(type.id, c.req.param('id')) === undefined) throw resourceNotFound()
    const results = marketing.segments
      .filter(({ members }) => type.singular === 'contact' && members.includes(c.req.param('id')))
      .map(({ id, at }) => ({ listId: id, listVersion: 1, firstAddedTimestamp: stamp(at), lastAddedTimestamp: stamp(at) }))
    return c.json({ total: results.length, results })
  })
  .get('/:id', (c) => {
    demandScopes(c, 'crm.lists.read')
    const segment = c.env.portal.marketing.segments.find(({ id }) => id === c.req.param('id'))
    if (segment === undefined) throw resourceNotFound()
    return c.json({
      list: { listId: segment.id, name: segment.name, objectTypeId: '0-1', processingType: 'DYNAMIC', processingStatus: 'COMPLETE', listVersion: 1 },
    })
  })
