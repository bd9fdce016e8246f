import type { CampaignBy } from '@/lib/domain/influence'
import { message } from '@/components/ui/message'
import { Tag } from '@/components/ui/tag'

/** How a campaign is known, beside its name; membership, which a CRM keeps itself, goes without saying. */
export function CampaignWays({ ways = [] }: { ways?: readonly CampaignBy[] | undefined }) {
  if (ways.every((way) => way === 'member')) return null
  return <span className="ml-1.5 inline-flex flex-wrap gap-1 align-baseline">{ways.map((way) => <Tag key={way} className="font-normal">{message(`overview.wayShort_${way}`)}</Tag>)}</span>
}
