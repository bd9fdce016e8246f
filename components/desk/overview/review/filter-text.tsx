import { groupings, type Grouping } from '@/lib/domain/acceptance-groups'
import { rated, type ReviewFilter } from '@/lib/domain/review/filter'
import { crmName } from '@/components/ui/crm-name'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { useGroupName } from '../../feedback/use-group-name'

/** What the verdicts on paper are filtered by beside the period, for there are no controls that say so. */
export function FilterText({ filter }: { filter: ReviewFilter }) {
  const { verdict, crm, credit } = filter
  const parts = [
    ...groupings.filter((by) => filter[by] !== '').map((by) => <Chosen key={by} by={by} value={filter[by]} />),
    verdict !== '' && <span key="verdict">{i18n.t('feedback.verdict')}: {verdict === rated ? i18n.t('overview.rated') : message(`verdict.${verdict}`)}</span>,
    crm !== '' && <span key="crm">{i18n.t('overview.crm')}: {crmName(crm === 'hubspot' ? 'hubspot' : 'salesforce')}</span>,
    credit !== 'all' && <span key="credit">{message(`overview.credit_${credit}`)}</span>,
  ].filter((part) => part !== false)
  if (parts.length === 0) return null
  return <p className="hidden print:block">{i18n.t('overview.only')} {parts.flatMap((part, index) => (index === 0 ? [part] : [' · ', part]))}</p>
}

function Chosen({ by, value }: { by: Grouping; value: string }) {
  const nameOf = useGroupName(by)
  return <span>{message(`overview.by_${by}`)}: <Foreign text={nameOf(value)} max={80} /></span>
}
