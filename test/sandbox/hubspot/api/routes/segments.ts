import { Hono } from 'hono'
import { invalid, resourceNotFound } from '../../errors.ts'
import { stamp } from '../../format.ts'
import type { Segment } from '../../model/marketing.ts'
import { demandScopes, objectTypeOf, type ApiEnv } from '../context.ts'
import { numberParam, readJson } from '../input.ts'

const mostLists = 500
const mostMembers = 250

/** `/crm/lists…`: the segments there are, who is in them, and which a record is in. */
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
  .post('/search', async (c) => {
    demandScopes(c, 'crm.lists.read')
    const { query = '', offset = 0, count = 20 } = (await readJson(c)) as { query?: string; offset?: number; count?: number }
    if (count > mostLists) throw invalid(`count must be at most ${mostLists}`)
    const all = c.env.portal.marketing.segments.filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()))
    const lists = all.slice(offset, offset + count).map((segment) => listOf(segment))
    return c.json({ offset: offset + lists.length, hasMore: offset + lists.length < all.length, lists, total: all.length })
  })
  .get('/:id/memberships/join-order', (c) => {
    demandScopes(c, 'crm.lists.read')
    const segment = c.env.portal.marketing.segments.find(({ id }) => id === c.req.param('id'))
    if (segment === undefined) throw resourceNotFound()
    const limit = numberParam(c, 'limit', 100, mostMembers)
    const start = Number(Buffer.from(c.req.query('after') ?? '', 'base64').toString() || 0)
    const end = start + limit
    // Members joined one after the other; the place in the list is opaque.
    const results = segment.members.slice(start, end).map((recordId, index) => ({ recordId, membershipTimestamp: stamp(segment.at + (start + index) * 1000) }))
    const after = Buffer.from(String(end)).toString('base64')
    return c.json({ total: segment.members.length, results, ...(end < segment.members.length ? { paging: { next: { after, link: `${c.env.url.split('?')[0] ?? ''}?after=${after}` } } } : {}) })
  })
  .get('/:id', (c) => {
    demandScopes(c, 'crm.lists.read')
    const segment = c.env.portal.marketing.segments.find(({ id }) => id === c.req.param('id'))
    if (segment === undefined) throw resourceNotFound()
    return c.json({ list: listOf(segment) })
  })

function listOf({ id, name }: Segment): object {
  return { listId: id, name, objectTypeId: '0-1', processingType: 'DYNAMIC', processingStatus: 'COMPLETE', listVersion: 1 }
}
