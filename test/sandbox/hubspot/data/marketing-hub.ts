import type { Marketing } from '../model/marketing.ts'
import { assetKeys, contentPage, contentUrl, pageId } from './content.ts'
import { dayMs } from './journey.ts'
import { campaignPlan, formPlan, mailPlan, webinarPlan, type CampaignKey } from './marketing-plan.ts'

const topics: readonly (readonly [id: number, name: string, paths: RegExp])[] = [
  [12_345_600_001, 'Forecasting', /demand-planning|machine-learning/],
  [12_345_600_002, 'Tariffs', /tariff/],
  [12_345_600_003, 'Teams', /hiring/],
]

/** Fills the marketing hub with forms, campaigns, mails, webinars, pages and files; people's own history comes with them. */
export function writeMarketingHub(marketing: Marketing, now: number): void {
  const at = (daysAgo: number): number => Math.round(now - daysAgo * dayMs)
  const mails = Object.values(mailPlan)
  const campaignOf = (key: string): CampaignKey | undefined =>
    (Object.keys(campaignPlan) as CampaignKey[]).find((campaign) => campaignPlan[campaign].pages.some((page) => page === key))

  marketing.forms.push(...Object.values(formPlan).map(({ id, name, fields }) => ({ id, name, fields, createdAt: at(400), updatedAt: at(50) })))
  marketing.emailCampaigns.push(...mails.map(({ id, name, subject, contentId, daysAgo }) => ({ id, name, subject, contentId, sentAt: at(daysAgo) })))
  marketing.emails.push(
    ...mails.map((mail) => ({
      id: mail.contentId,
      name: mail.name,
      subject: mail.subject,
      publishedAt: at(mail.daysAgo),
      campaignId: campaignPlan[mail.campaign].id,
      url: `https://www.quayside.example/mail/${mail.contentId}`,
    })),
  )
  marketing.events.push(
    ...Object.values(webinarPlan).map(({ id, name, externalId, daysAgo }) => ({ id, name, externalEventId: externalId, startsAt: at(daysAgo) })),
  )
  marketing.blogTags.push(...topics.map(([id, name]) => ({ id, name, slug: name.toLowerCase() })))

  assetKeys.forEach((key, order) => {
    const { path, title } = contentPage(key)
    const campaign = campaignOf(key)
    const item = {
      id: pageId(key),
      name: title,
      url: contentUrl(key),
      slug: path.slice(1),
      description: title,
      publishedAt: at(300 - order * 5),
      updatedAt: at(120 - order * 2),
      campaignId: campaign && campaignPlan[campaign].id,
      tagIds: topics.filter(([, , paths]) => paths.test(path)).map(([id]) => id),
    }
    if (path.startsWith('/blog/')) marketing.blogPosts.push(item)
    else if (/^\/(resources|webinars|tools|offers|de)\//.test(path)) marketing.landingPages.push(item)
  })
  for (const [order, key] of (['demand-brochure', 'inventory-brochure', 'control-tower-brochure', 'cfo-one-pager'] as const).entries()) {
    marketing.files.push({
      id: String(122_692_000_001 + order),
      name: key,
      path: `/sales-assets/${key}.pdf`,
      url: `https://www.quayside.example/hubfs/sales-assets/${key}.pdf`,
      extension: 'pdf',
      size: 800_000 + order * 70_000,
      kind: 'DOCUMENT',
      access: 'PUBLIC_NOT_INDEXABLE',
      folderId: '122692510820',
      updatedAt: at(90 - order * 10),
    })
  }
  marketing.files.push({
    id: '122692000009',
    name: 'price-list-internal',
    path: '/internal/price-list-internal.pdf',
    url: 'https://www.quayside.example/hubfs/internal/price-list-internal.pdf',
    extension: 'pdf',
    size: 240_000,
    kind: 'DOCUMENT',
    access: 'PRIVATE',
    folderId: '122692510821',
    updatedAt: at(30),
  })
  marketing.campaigns.push(
    ...(Object.keys(campaignPlan) as CampaignKey[]).map((key) => {
      const plan = campaignPlan[key]
      const pages = plan.pages.map((page) => ({ id: pageId(page), name: contentPage(page).title, path: contentPage(page).path }))
      const shown = ({ id, name }: { id: string; name: string }): { id: string; name: string } => ({ id, name })
      return {
        id: plan.id,
        name: plan.name,
        startsAt: at(plan.startsDaysAgo),
        assets: {
          BLOG_POST: pages.filter(({ path }) => path.startsWith('/blog/')).map(shown),
          LANDING_PAGE: pages.filter(({ path }) => !path.startsWith('/blog/')).map(shown),
          MARKETING_EMAIL: mails.filter(({ campaign }) => campaign === key).map(({ contentId, name }) => ({ id: contentId, name })),
          FORM: [{ id: formPlan.resource.id, name: formPlan.resource.name }],
        },
      }
    }),
  )
}
