import type { HubDevice } from '@/lib/domain/hub-administration'
import { Ago } from '@/components/ui/ago'
import { Disclosure } from '@/components/ui/disclosure'
import { Foreign } from '@/components/ui/foreign'
import { useNow } from '@/components/ui/now'
import { Tag } from '@/components/ui/tag'
import { dayText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { useAsk, useTell } from '../../data/ask'
import { Problem } from '../../data/problem'
import { SureButton } from './sure-button'

/** Where a member is signed in; asked only when somebody wants to see it, since that is noted. */
export function Devices({ title, personId }: { title: string; personId: string }) {
  return <Disclosure title={title}><List personId={personId} /></Disclosure>
}

function List({ personId }: { personId: string }) {
  const { data: devices, error } = useAsk('team.devices', { personId })
  return (
    <>
      <Problem of={error} service={i18n.t('team.theHub')} />
      {devices?.length === 0 && <p className="text-small text-soft">{i18n.t('hub.noDevices')}</p>}
      <ul className="flex flex-col divide-y divide-line">{devices?.map((device) => <Row key={device.id} device={device} />)}</ul>
    </>
  )
}

function Row({ device: { id, name, createdAt, lastUsedAt, current } }: { device: HubDevice }) {
  const now = useNow()
  const end = useTell('team.end-device', 'team.devices', 'team.acts')
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
      <span className="min-w-40 flex-1">
        <Foreign text={name || i18n.t('hub.unnamedDevice')} /><span className="text-soft"> · {i18n.t('hub.since', [dayText(createdAt, now)])} · {i18n.t('hub.lastSeen')} <Ago at={lastUsedAt} /></span>
      </span>
      {current
        ? <Tag>{i18n.t('hub.thisBrowser')}</Tag>
        : <SureButton text={i18n.t('hub.signOut')} of={i18n.t('hub.signOutOf', [name])} sure={i18n.t('hub.signOutSure')} off={end.isPending} onSure={() => end.mutate({ id })} />}
      <Problem of={end.error} service={i18n.t('team.theHub')} />
    </li>
  )
}
