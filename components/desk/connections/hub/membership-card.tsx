import { useState } from 'react'
import { Lock } from 'lucide-react'
import type { TeamStateMessage } from '@/lib/bus/protocol/team'
import type { Policy } from '@/lib/domain/settings'
import { Ago } from '@/components/ui/ago'
import { Button } from '@/components/ui/button'
import { ErrorNote } from '@/components/ui/error-note'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { Tag } from '@/components/ui/tag'
import { numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { useTell } from '../../data/ask'
import { Problem } from '../../data/problem'
import { useDesk } from '../../desk-context'
import { Card } from '../../shell/page'
import { Devices } from './devices'

/** Which hub, as whom, since when everything is known, and what still has to reach it. */
export function MembershipCard({ team, policy }: { team: TeamStateMessage; policy: Policy }) {
  const sync = useTell('team.sync', 'team.state', 'team.hubspot', 'team.people', 'team.terms', 'desk.state')
  const tone = team.ended ? 'bad' : team.error ? 'warn' : 'good'
  const state = team.ended ? i18n.t('team.stateEnded') : team.error ? i18n.t('team.stateAway') : i18n.t('team.stateJoined')
  return (
    <Card title={<>{i18n.t('team.hub')} · <Foreign text={team.name} /></>} aside={<Tag tone={tone}>{state}</Tag>}>
      <div className="flex flex-col gap-3">
        {team.error && !team.ended && <ErrorNote error={team.error} service={team.name} look="card" act={() => sync.mutate({})} />}
        <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2 lg:grid-cols-4">
          <Fact name={i18n.t('team.you')}><Foreign text={team.member.name} /> · {message(`team.role_${team.member.role}`)}</Fact>
          <Fact name={i18n.t('team.address')}><Foreign text={new URL(team.address).host} /></Fact>
          <Fact name={i18n.t('team.lastSync')}>{team.asOf === undefined ? i18n.t('team.never') : <Ago at={team.asOf} />}</Fact>
          <Fact name={i18n.t('team.queue')}>{team.queue === 0 ? i18n.t('team.queueEmpty') : i18n.t('team.queueWaiting', team.queue, [numberText(team.queue)])}</Fact>
        </dl>
        {policy.trackedLinks === false
          ? <p className="flex items-center gap-1 text-small text-soft"><Lock aria-hidden size={12} className="shrink-0" />{i18n.t('team.links_policy')} {i18n.t('desk.lockedByAdmin')}</p>
          : <p className="text-small text-soft">{team.links.open ? i18n.t('team.linksOpen') : message(`team.links_${team.links.reason ?? 'off'}`)}</p>}
        {!team.ended && <Devices title={i18n.t('hub.yourDevices')} personId={team.member.id} />}
        <Problem of={team.error ? null : sync.error} service={i18n.t('team.theHub')} />
        <div className="flex flex-wrap gap-2">
          {!team.ended && <Button off={sync.isPending} onClick={() => sync.mutate({})}>{sync.isPending ? i18n.t('team.syncing') : i18n.t('team.sync')}</Button>}
          {!team.ended && <Export />}
          <Leave />
        </div>
      </div>
    </Card>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return <div className="min-w-0"><dt className="text-small text-faint">{name}</dt><dd className="break-words">{children}</dd></div>
}

/** What the hub keeps about its member, as a file. */
function Export() {
  const { door } = useDesk()
  const read = useTell('team.export')
  return (
    <>
      <Button off={read.isPending} onClick={() => read.mutate({}, { onSuccess: ({ json }) => door.download('leadside-hub.json', 'application/json', json) })}>{i18n.t('team.export')}</Button>
      <Problem of={read.error} service={i18n.t('team.theHub')} />
    </>
  )
}

/** Leaving names what is undelivered, and asks what becomes of the copy here. */
function Leave() {
  const leave = useTell('team.leave', 'team.state', 'desk.state', 'library.list', 'outbox.list', 'team.waiting')
  const [asked, setAsked] = useState(false)
  const [copy, setCopy] = useState<'keep' | 'remove'>('keep')
  const waiting = leave.data && !leave.data.done ? leave.data.undelivered : 0
  const go = (how: 'keep' | 'remove', undelivered: 'ask' | 'keep') => {
    setCopy(how)
    leave.mutate({ copy: how, undelivered })
  }
  if (waiting > 0) {
    return (
      <span className="flex flex-wrap items-center gap-2 rounded-md bg-warn-soft px-2 py-1">
        {i18n.t('team.undelivered', waiting, [numberText(waiting)])}
        <Button onClick={() => go(copy, 'keep')}>{i18n.t('team.leaveAnyway')}</Button>
        <Button look="quiet" onClick={() => { leave.reset(); setAsked(false) }}>{i18n.t('desk.cancel')}</Button>
      </span>
    )
  }
  if (!asked) return <Button look="quiet" onClick={() => setAsked(true)}>{i18n.t('team.leave')}</Button>
  return (
    <span className="flex flex-wrap items-center gap-2">
      {i18n.t('team.leaveSure')}
      <Button off={leave.isPending} onClick={() => go('keep', 'ask')}>{i18n.t('team.leaveKeep')}</Button>
      <Button off={leave.isPending} onClick={() => go('remove', 'ask')}>{i18n.t('team.leaveRemove')}</Button>
      <Button look="quiet" onClick={() => setAsked(false)}>{i18n.t('desk.cancel')}</Button>
    </span>
  )
}
