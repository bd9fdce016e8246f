import type { HubFeed } from '@/lib/domain/hub-administration'
import { Foreign } from '@/components/ui/foreign'
import { useNow } from '@/components/ui/now'
import { dayText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { useAsk, useTell } from '../../data/ask'
import { Problem } from '../../data/problem'
import { Card } from '../../shell/page'
import { NameForm } from './name-form'
import { ShownOnce } from './shown-once'
import { SureButton } from './sure-button'

/** Addresses under which others read promotions and new assets. For marketers and owners. */
export function Feeds() {
  const { data: feeds, error } = useAsk('team.feeds', {})
  const add = useTell('team.add-feed', 'team.feeds', 'team.acts')
  return (
    <Card title={i18n.t('hub.feeds')}>
      <div className="flex flex-col gap-4">
        <p className="max-w-3xl text-soft">{i18n.t('hub.feedsLead')}</p>
        <Problem of={error} service={i18n.t('team.theHub')} />
        {feeds && feeds.length > 0 && <ul className="flex flex-col divide-y divide-line">{feeds.map((feed) => <Row key={feed.id} feed={feed} onEnd={add.reset} />)}</ul>}
        <NameForm label={i18n.t('hub.feedName')} hint={i18n.t('hub.feedHint')} make={i18n.t('hub.feedAdd')} off={add.isPending} onMake={(name, onSuccess) => add.mutate({ name }, { onSuccess })} />
        <Problem of={add.error} service={i18n.t('team.theHub')} />
        {add.data?.url && <ShownOnce note={i18n.t('hub.feedMade', [add.variables?.name ?? ''])} told={[{ text: add.data.url, copy: i18n.t('hub.copyAddress') }]} />}
      </div>
    </Card>
  )
}

/** `onEnd`: an address that is shown elsewhere may lead nowhere now. */
function Row({ feed: { id, name, createdAt }, onEnd }: { feed: HubFeed; onEnd: () => void }) {
  const now = useNow()
  const end = useTell('team.end-feed', 'team.feeds', 'team.acts')
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
      <span className="min-w-40 flex-1"><Foreign text={name} className="font-medium" /><span className="text-soft"> · {i18n.t('hub.since', [dayText(createdAt, now)])}</span></span>
      <SureButton text={i18n.t('hub.end')} of={i18n.t('hub.endOf', [name])} sure={i18n.t('hub.endFeedSure')} off={end.isPending} onSure={() => { onEnd(); end.mutate({ id }) }} />
      <Problem of={end.error} service={i18n.t('team.theHub')} />
    </li>
  )
}
