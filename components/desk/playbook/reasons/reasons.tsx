import { verdictValue } from '@/lib/domain/ledger'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { useAsk } from '../../data/ask'
import { Card } from '../../shell/page'
import { ReasonList } from './reason-list'

/** What reps can say with each verdict, the most used first. */
export function Reasons() {
  const { data: use } = useAsk('playbook.reason-use', {})
  return (
    <>
      <p className="text-soft">{i18n.t('playbook.reasonsLead')}</p>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {verdictValue.options.map((verdict) => <Card key={verdict} title={message(`verdict.${verdict}`)}><ReasonList verdict={verdict} use={use ?? {}} /></Card>)}
      </div>
    </>
  )
}
