import type { TeamStateMessage } from '@/lib/bus/protocol/team'
import { Button } from '@/components/ui/button'
import { numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { useTell } from '../../data/ask'
import { Problem } from '../../data/problem'
import { Card } from '../../shell/page'

/** What this browser had before joining: offered to the team, never sent unasked. */
export function Offers({ team: { shareable, unpublished } }: { team: TeamStateMessage }) {
  const share = useTell('team.share', 'team.state')
  const publish = useTell('team.publish', 'team.state', 'library.list')
  return (
    <>
      {shareable > 0 && (
        <Card>
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="min-w-0">{i18n.t('team.share', shareable, [numberText(shareable)])}</p>
            <span className="flex gap-2">
              <Button look="primary" off={share.isPending} onClick={() => share.mutate({ yes: true })}>{i18n.t('team.shareYes')}</Button>
              <Button off={share.isPending} onClick={() => share.mutate({ yes: false })}>{i18n.t('team.shareNo')}</Button>
            </span>
          </div>
          <Problem of={share.error} service={i18n.t('team.theHub')} />
        </Card>
      )}
      {unpublished > 0 && (
        <Card>
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="min-w-0">{i18n.t('team.publish', unpublished, [numberText(unpublished)])}</p>
            <Button off={publish.isPending} onClick={() => publish.mutate({})}>{i18n.t('team.publishYes')}</Button>
          </div>
          <Problem of={publish.error} service={i18n.t('team.theHub')} />
        </Card>
      )}
    </>
  )
}
