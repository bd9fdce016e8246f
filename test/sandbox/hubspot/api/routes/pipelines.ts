import { Hono } from 'hono'
import { resourceNotFound } from '../../errors.ts'
import { dealStages } from '../../model/properties/options.ts'
import { demandScopes, type ApiEnv } from '../context.ts'

/** `/crm/pipelines/…`: the names of a pipeline's stages. */
export const pipelineRoutes = new Hono<ApiEnv>().get('/:type', (c) => {
  if (!['deals', '0-3'].includes(c.req.param('type'))) throw resourceNotFound()
  demandScopes(c, 'crm.objects.deals.read')
  const stages = dealStages.map(([id, label], displayOrder) => ({ id, label, displayOrder, archived: false, metadata: { isClosed: String(id.startsWith('closed')), probability: id === 'closedwon' ? '1.0' : '0.0' } }))
  return c.json({ results: [{ id: 'default', label: 'Sales Pipeline', displayOrder: 0, archived: false, stages }] })
})
