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

const dayMs = 86_400_000

/** Systems of marketing that may report what people did, each with its own secret. For owners. */
export function Senders() {
  const { data: senders, error } = useAsk('team.senders', {})
  const add = useTell('team.add-sender', 'team.senders', 'team.acts')
  return (
    <Card title={i18n.t('hub.senders')}>
      <div className="flex flex-col gap-4">
        <p className="max-w-3xl text-soft">{i18n.t('hub.sendersLead')}</p>
        <Problem of={error} service={i18n.t('team.theHub')} />
        {senders && senders.length > 0 && <ul className="flex flex-col divide-y divide-line">{senders.map((sender) => <Row key={sender.id} sender={sender} onChange={add.reset} />)}</ul>}
        <NameForm label={i18n.t('hub.senderName')} hint={i18n.t('hub.senderHint')} make={i18n.t('hub.senderAdd')} off={add.isPending} onMake={(name, onSuccess) => add.mutate({ name }, { onSuccess })} />
        <Problem of={add.error} service={i18n.t('team.theHub')} />
        <Key note={i18n.t('hub.senderMade', [add.variables?.name ?? ''])} told={add.data} />
      </div>
    </Card>
  )
}

/** `onChange`: a secret that is shown elsewhere is to be used no more. */
function Row({ sender, onChange }: { sender: HubSender; onChange: () => void }) {
  const { id, name, createdAt } = sender
  const now = useNow()
  const rotate = useTell('team.rotate-sender', 'team.senders', 'team.acts')
  const end = useTell('team.end-sender', 'team.senders', 'team.acts')
  return (
    <li className="flex flex-col gap-2 py-1.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-40 flex-1">
          <Foreign text={name} className="font-medium" />
          <span className="text-soft"> · {i18n.t('hub.since', [dayText(createdAt, now)])} · {stateText(sender, now)}</span>
        </span>
        <SureButton text={i18n.t('hub.rotate')} of={i18n.t('hub.rotateOf', [name])} sure={rotateText(sender, now)} off={rotate.isPending} onSure={() => { onChange(); rotate.mutate({ id }) }} />
        <SureButton text={i18n.t('hub.end')} of={i18n.t('hub.endOf', [name])} sure={i18n.t('hub.endSenderSure')} off={end.isPending} onSure={() => { onChange(); end.mutate({ id }) }} />
      </div>
      <Problem of={rotate.error ?? end.error} service={i18n.t('team.theHub')} />
      <Key note={i18n.t('hub.rotated', [name])} told={rotate.data} />
    </li>
  )
}

function stateText({ rotatedAt, usedAt }: HubSender, now: number): string {
  if (rotatedAt === undefined) return usedAt === undefined ? i18n.t('hub.secretUnused') : i18n.t('hub.secretUsed', [dayText(usedAt, now)])
  return usedAt === undefined ? i18n.t('hub.newSecretUnused', [dayText(rotatedAt, now)]) : i18n.t('hub.newSecretUsed', [dayText(usedAt, now)])
}

/** A secret nobody has used yet does not take the place of the one before it: that is the one that goes on holding. */
function rotateText({ rotatedAt, usedAt }: HubSender, now: number): string {
  return rotatedAt !== undefined && usedAt === undefined && now - rotatedAt < dayMs ? i18n.t('hub.rotateAgainSure') : i18n.t('hub.rotateSure')
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
