import type { HubSender, SenderKey } from '@/lib/domain/hub-administration'
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

/** Systems of marketing that may report what people did, each with its own secret. For owners. */
export function Senders() {
  const { data: senders, error } = useAsk('team.senders', {})
  const add = useTell('team.add-sender', 'team.senders')
  return (
    <Card title={i18n.t('hub.senders')}>
      <div className="flex flex-col gap-4">
        <p className="max-w-3xl text-soft">{i18n.t('hub.sendersLead')}</p>
        <Problem of={error} service={i18n.t('team.theHub')} />
        {senders && senders.length > 0 && <ul className="flex flex-col divide-y divide-line">{senders.map((sender) => <Row key={sender.id} sender={sender} />)}</ul>}
        <NameForm label={i18n.t('hub.senderName')} hint={i18n.t('hub.senderHint')} make={i18n.t('hub.senderAdd')} off={add.isPending} onMake={(name) => add.mutate({ name })} />
        <Problem of={add.error} service={i18n.t('team.theHub')} />
        <Key note={i18n.t('hub.senderMade')} told={add.data} />
      </div>
    </Card>
  )
}

function Row({ sender: { id, name, createdAt, rotatedAt, usedAt } }: { sender: HubSender }) {
  const now = useNow()
  const rotate = useTell('team.rotate-sender', 'team.senders')
  const end = useTell('team.end-sender', 'team.senders')
  const waits = rotatedAt === undefined ? i18n.t('hub.secretUnused') : i18n.t('hub.newSecretUnused', [dayText(rotatedAt, now)])
  return (
    <li className="flex flex-col gap-2 py-1.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-40 flex-1">
          <Foreign text={name} className="font-medium" />
          <span className="text-soft"> · {i18n.t('hub.since', [dayText(createdAt, now)])} · {usedAt === undefined ? waits : i18n.t('hub.secretUsed', [dayText(usedAt, now)])}</span>
        </span>
        <SureButton text={i18n.t('hub.rotate')} of={i18n.t('hub.rotateOf', [name])} sure={i18n.t('hub.rotateSure')} off={rotate.isPending} onSure={() => rotate.mutate({ id })} />
        <SureButton text={i18n.t('hub.end')} of={i18n.t('hub.endOf', [name])} sure={i18n.t('hub.endSenderSure')} off={end.isPending} onSure={() => end.mutate({ id })} />
      </div>
      <Problem of={rotate.error ?? end.error} service={i18n.t('team.theHub')} />
      <Key note={i18n.t('hub.rotated')} told={rotate.data} />
    </li>
  )
}

function Key({ note, told }: { note: string; told: SenderKey | undefined }) {
  if (!told?.secret) return null
  return (
    <ShownOnce note={note} told={[
      { name: i18n.t('hub.senderAddress'), text: told.address, copy: i18n.t('hub.copyAddress') },
      { name: i18n.t('hub.secret'), text: told.secret, copy: i18n.t('hub.copySecret') },
    ]} />
  )
}
