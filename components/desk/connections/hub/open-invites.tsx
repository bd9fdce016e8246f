import type { OpenInvite } from '@/lib/domain/hub'
import { Button } from '@/components/ui/button'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { useNow } from '@/components/ui/now'
import { dayText, numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { useAsk, useTell } from '../../data/ask'
import { Problem } from '../../data/problem'

/** Invites that still let somebody in: as what, how many, until when; whoever has a link that went astray stays out with one click. */
export function OpenInvites() {
  const { data: invites, error } = useAsk('team.invites', {})
  return (
    <>
      <Problem of={error} />
      {invites && invites.length > 0 && (
        <section aria-label={i18n.t('team.openInvites')}>
          <h3 className="text-small font-medium text-soft">{i18n.t('team.openInvites')}</h3>
          <ul className="divide-y divide-line">{invites.map((invite) => <Row key={invite.id} invite={invite} />)}</ul>
        </section>
      )}
    </>
  )
}

function Row({ invite: { id, role, uses, usesLeft, until, email } }: { invite: OpenInvite }) {
  const now = useNow()
  const revoke = useTell('team.revoke-invite', 'team.invites', 'team.acts')
  const name = message(`team.role_${role}`)
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
      <span className="min-w-40 flex-1">
        <span className="font-medium">{name}</span>{email && <> <Foreign text={email} className="text-soft" /></>}
        <span className="text-soft"> · {i18n.t('team.inviteLeft', uses, [numberText(usesLeft), numberText(uses)])} · {i18n.t('team.inviteUntil', [dayText(until, now)])}</span>
      </span>
      <Button look="quiet" off={revoke.isPending} aria-label={i18n.t('team.revokeOf', [name])} onClick={() => revoke.mutate({ id })}>{i18n.t('team.revoke')}</Button>
      <Problem of={revoke.error} />
    </li>
  )
}
