import { Hono } from 'hono'
import { invalid, resourceNotFound } from '../../errors.ts'
import { day, stamp } from '../../format.ts'
import { demandAnyScope, demandScopes, type ApiEnv } from '../context.ts'
import { listParam, numberParam } from '../input.ts'
import { page } from '../paging.ts'

const assetTypes = [
  'BLOG_POST',
  'LANDING_PAGE',
  'SITE_PAGE',
  'MARKETING_EMAIL',
  'FORM',
  'FILE',
  'CTA',
  'SOCIAL_BROADCAST',
  'AD_CAMPAIGN',
  'MARKETING_EVENT',
  'OBJECT_LIST',
  'EXTERNAL_WEB_URL',
  'MARKETING_SMS',
]

/** `/marketing/emails`. */
export const marketingEmailRoutes = new Hono<ApiEnv>().get('/', (c) => {
  demandAnyScope(c, 'marketing.email.read', 'content')
  const emails = [...c.env.portal.marketing.emails].sort((one, other) => other.publishedAt - one.publishedAt)
  const { slice, paging } = page(emails, numberParam(c, 'limit', 10, 300), c.req.query('after'), c.env.url)
  const results = slice.map((email) => {
    const at = stamp(email.publishedAt)
    return {
      id: email.id,
      name: email.name,
      subject: email.subject,
      state: 'PUBLISHED',
      type: 'BATCH_EMAIL',
      subcategory: 'batch',
      publishDate: at,
      campaign: email.campaignId ?? '',
      createdAt: at,
      updatedAt: at,
      archived: false,
      isPublished: true,
      webversion: { url: email.url, enabled: true },
    }
  })
  return c.json({ total: emails.length, results, ...paging })
})

/** `/marketing/campaigns…`. */
export const campaignRoutes = new Hono<ApiEnv>()
  .get('/', (c) => {
    demandScopes(c, 'marketing.campaigns.read')
    const { campaigns } = c.env.portal.marketing
    const { slice, paging } = page(campaigns, numberParam(c, 'limit', 50, 100), c.req.query('after'), c.env.url)
    const wanted = listParam(c, 'properties')
    const results = slice.map((campaign) => {
      const at = stamp(campaign.startsAt)
      const properties = { hs_name: campaign.name, hs_start_date: day(campaign.startsAt) }
      return {
        id: campaign.id,
        properties: Object.fromEntries(Object.entries(properties).filter(([name]) => wanted.includes(name))),
        createdAt: at,
        updatedAt: at,
      }
    })
    return c.json({ total: campaigns.length, results, ...paging })
  })
  .get('/:id/assets/:type', (c) => {
    demandScopes(c, 'marketing.campaigns.read')
    const campaign = c.env.portal.marketing.campaigns.find(({ id }) => id === c.req.param('id'))
    if (campaign === undefined) throw resourceNotFound()
    const type = c.req.param('type')
    if (!assetTypes.includes(type)) throw invalid(`Invalid asset type: ${type}`)
    const { slice, paging } = page(campaign.assets[type] ?? [], numberParam(c, 'limit', 10, 100), c.req.query('after'), c.env.url)
    return c.json({ results: slice, ...paging })
  })
