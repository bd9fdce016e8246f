import { useState } from 'react'
import type { DeskState } from '@/lib/bus/protocol/desk'
import { hubAddress, parseInvite } from '@/lib/domain/hub-invite'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { useTell } from '../../data/ask'
import { Problem } from '../../data/problem'
import { Field, TextBox } from '../../shell/field'
import { Card } from '../../shell/page'

/** Paste the invite, say who you are. Where the policy fixes hub or invite, that is shown locked. */
export function JoinForm({ state: { policy, connections }, onJoined, again = false }: { state: DeskState; onJoined: () => void; again?: boolean }) {
  const known = connections.find(({ actingAs }) => actingAs)?.actingAs
  const [invite, setInvite] = useState(policy.hubInvite ?? '')
  const [name, setName] = useState(known?.name ?? '')
  const [email, setEmail] = useState(known?.email ?? '')
  const join = useTell('team.join', 'team.state', 'team.waiting', 'desk.state', 'library.list', 'outbox.list')
  const isInvite = parseInvite(invite, policy.hubAddress) !== undefined
  const company = useTell('team.sign-in', 'team.state', 'team.waiting', 'desk.state', 'library.list', 'outbox.list')
  // The hub's address alone: then who the company says one is, and no invite.
  const address = isInvite || invite.includes('#') ? undefined : hubAddress(invite.trim() || (policy.hubAddress ?? ''))
  const ready = isInvite && name.trim() !== ''
  const submit = () => ready && join.mutate({ invite, name, ...(email.trim() ? { email } : {}) }, { onSuccess: onJoined })
  return (
    <Card title={again ? i18n.t('team.joinAgain') : i18n.t('team.join')}>
      <form className="flex flex-col gap-4" onSubmit={(event) => { event.preventDefault(); submit() }}>
        <p className="text-soft">{i18n.t('team.joinLead')}</p>
        {policy.hubAddress && (
          <Field label={i18n.t('team.address')} locked>{(ids) => <TextBox {...ids} value={policy.hubAddress} readOnly />}</Field>
        )}
        <Field label={i18n.t('team.invite')} hint={policy.hubAddress ? i18n.t('team.inviteHintCode') : i18n.t('team.inviteHint')} error={invite.trim() && !isInvite && !address ? i18n.t('team.inviteWrong') : undefined} locked={policy.hubInvite !== undefined}>
          {(ids) => <TextBox {...ids} value={invite} readOnly={policy.hubInvite !== undefined} onChange={(event) => setInvite(event.target.value)} autoComplete="off" spellCheck={false} />}
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={i18n.t('team.name')} hint={i18n.t('team.nameHint')}>{(ids) => <TextBox {...ids} value={name} onChange={(event) => setName(event.target.value)} autoComplete="name" />}</Field>
          <Field label={i18n.t('team.email')} hint={i18n.t('team.emailHint')}>{(ids) => <TextBox {...ids} type="email" value={email} onChange={(event) => setEmail(event.target.value)} autoComplete="email" />}</Field>
        </div>
        <p className="text-small text-soft">{i18n.t('team.sends')}</p>
        <Problem of={join.error ?? company.error} service={i18n.t('team.theHub')} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" off={!ready || join.isPending}>{i18n.t('team.joinNow')}</Button>
          {address && <Button off={company.isPending} onClick={() => company.mutate({ address }, { onSuccess: onJoined })}>{i18n.t('team.companySignIn')}</Button>}
        </div>
      </form>
    </Card>
  )
}
