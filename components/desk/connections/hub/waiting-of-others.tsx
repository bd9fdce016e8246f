import { useState } from 'react'
import type { TeamStateMessage, TeamWaiting } from '@/lib/bus/protocol/team'
import { Button } from '@/components/ui/button'
import { i18n } from '#i18n'
import { numberText } from '@/components/ui/when'
import { useAsk, useTell } from '../../data/ask'
import { Problem } from '../../data/problem'
import { Card } from '../../shell/page'

/** What people who were members before did in this browser and their hub was not told: it goes out under their own name, or by the word of whoever they are today. */
export function WaitingOfOthers({ team }: { team: TeamStateMessage | null }) {
  const { data: waiting, error } = useAsk('team.waiting', {})
  return (
    <>
      <Problem of={error} />
      {waiting?.map((one) => <WaitingCard key={one.member.id} waiting={one} team={team?.ended ? null : team} />)}
    </>
  )
}

function WaitingCard({ waiting: { member, deliveries, erasures }, team }: { waiting: TeamWaiting; team: TeamStateMessage | null }) {
  const settle = useTell('team.settle-waiting', 'team.waiting', 'team.state', 'outbox.list')
  const [asked, setAsked] = useState<'mine' | 'give-up' | undefined>(undefined)
  const host = new URL(member.hub).host
  return (
    <Card>
      <div className="flex flex-col gap-2">
        <p>{i18n.t('team.waiting', deliveries + erasures, [numberText(deliveries + erasures), member.name, host])}</p>
        {erasures > 0 && <p className="text-warn">{i18n.t('team.waitingErasures', erasures, [numberText(erasures)])}</p>}
        <p className="text-small text-soft">{i18n.t('team.waitingRule', [member.name])}</p>
        {asked && <p role="alert">{asked === 'mine' && team ? i18n.t('team.mineSure', [member.name, team.member.name, team.name]) : i18n.t('team.giveUpSure', [host])}</p>}
        <Problem of={settle.error} />
        <div className="flex flex-wrap gap-2">
          {asked
            ? <>
                <Button off={settle.isPending} onClick={() => settle.mutate({ id: member.id, how: asked })}>{asked === 'mine' ? i18n.t('team.mineYes') : i18n.t('team.giveUp')}</Button>
                <Button look="quiet" onClick={() => setAsked(undefined)}>{i18n.t('desk.cancel')}</Button>
              </>
            : <>
                {team && <Button onClick={() => setAsked('mine')}>{i18n.t('team.mine', [member.name])}</Button>}
                <Button look="quiet" onClick={() => setAsked('give-up')}>{i18n.t('team.giveUp')}</Button>
              </>}
        </div>
      </div>
    </Card>
  )
}
