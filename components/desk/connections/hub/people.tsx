import { useState } from 'react'
import { UserPlus } from 'lucide-react'
import { hubRole, type HubMember, type HubRole } from '@/lib/domain/hub'
import { Button } from '@/components/ui/button'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'
import { useAsk, useTell } from '../../data/ask'
import { Problem } from '../../data/problem'
import { Choice, Field, TextBox } from '../../shell/field'
import { Card } from '../../shell/page'
import { Devices } from './devices'
import { OpenInvites } from './open-invites'
import { ShownOnce } from './shown-once'
import { SureButton } from './sure-button'

const inviteDays = 7

/** Who is in the hub, and how others come in. For owners. */
export function People({ own }: { own: string }) {
  const { data: people, error } = useAsk('team.people', {})
  return (
    <Card title={i18n.t('team.people')}>
      <div className="flex flex-col gap-4">
        <Problem of={error} service={i18n.t('team.theHub')} />
        <ul className="flex flex-col divide-y divide-line">{people?.map((person) => <Person key={person.id} person={person} own={person.id === own} />)}</ul>
        <Invite />
        <OpenInvites />
      </div>
    </Card>
  )
}

function Person({ person, own }: { person: HubMember; own: boolean }) {
  const role = useTell('team.role', 'team.people', 'team.acts')
  const remove = useTell('team.remove', 'team.people', 'team.acts')
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
      <span className="min-w-40 flex-1"><Foreign text={person.name} className="font-medium" />{person.email && <> <Foreign text={person.email} className="text-soft" /></>}</span>
      <span className="w-36">
        <Choice aria-label={i18n.t('team.roleOf', [person.name])} value={person.role} onChange={(event) => role.mutate({ id: person.id, role: event.target.value as HubRole })}>
          {hubRole.options.map((name) => <option key={name} value={name}>{message(`team.role_${name}`)}</option>)}
        </Choice>
      </span>
      {!own && <SureButton text={i18n.t('team.remove')} of={i18n.t('team.removeOf', [person.name])} sure={i18n.t('team.removeSure')} off={remove.isPending} onSure={() => remove.mutate({ id: person.id })} />}
      <Problem of={role.error ?? remove.error} service={i18n.t('team.theHub')} />
      {!own && <div className="w-full"><Devices title={i18n.t('hub.devicesOf', [person.name])} personId={person.id} /></div>}
    </li>
  )
}

/** The link is shown this once; who has it can join. */
function Invite() {
  const [role, setRole] = useState<HubRole>('rep')
  const [uses, setUses] = useState('1')
  const invite = useTell('team.invite', 'team.invites', 'team.acts')
  const count = Number(uses)
  const valid = Number.isInteger(count) && count >= 1 && count <= 500
  return (
    <form className="flex flex-col gap-3" onSubmit={(event) => { event.preventDefault(); if (valid) invite.mutate({ role, uses: count, days: inviteDays }) }}>
      <div className="flex flex-wrap items-end gap-3">
        <span className="w-40"><Field label={i18n.t('team.inviteAs')}>{(ids) => <Choice {...ids} value={role} onChange={(event) => setRole(event.target.value as HubRole)}>{hubRole.options.map((name) => <option key={name} value={name}>{message(`team.role_${name}`)}</option>)}</Choice>}</Field></span>
        <span className="w-32"><Field label={i18n.t('team.inviteUses')} error={valid ? undefined : i18n.t('team.inviteUsesWrong')}>{(ids) => <TextBox {...ids} inputMode="numeric" value={uses} onChange={(event) => setUses(event.target.value)} />}</Field></span>
        <Button type="submit" off={!valid || invite.isPending}><UserPlus aria-hidden size={15} />{i18n.t('team.inviteMake')}</Button>
      </div>
      <Problem of={invite.error} service={i18n.t('team.theHub')} />
      {invite.data?.link && <ShownOnce note={i18n.t('team.inviteMade', [String(inviteDays)])} told={[{ text: invite.data.link, copy: i18n.t('team.inviteCopy') }]} />}
    </form>
  )
}
