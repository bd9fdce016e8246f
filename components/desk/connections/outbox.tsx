import { labelKey } from '@/lib/domain/sentence'
import { Button } from '@/components/ui/button'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { useNow } from '@/components/ui/now'
import { Tag } from '@/components/ui/tag'
import { whenText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { useAsk, useTellAloud } from '../data/ask'
import { Problem } from '../data/problem'
import { Card } from '../shell/page'

/** What still has to reach a CRM, oldest first, with why it waits. */
export function Outbox() {
  const { data: rows, error } = useAsk('outbox.list', {})
  const retry = useTellAloud('delivery.retry', 'outbox.list')
  const own = useAsk('team.state', {}).data?.member.id
  const now = useNow()
  if (error) return <Problem of={error} />
  if (!rows || rows.length === 0) return null
  return (
    <Card title={i18n.t('outbox.title', rows.length)}>
      <ul className="flex flex-col divide-y divide-line">
        {rows.map((row) => ({ ...row, waitsFor: row.member && row.member.id !== own ? row.member.name : undefined })).map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
            <Foreign text={row.name ?? row.ref.id} className="min-w-40 font-medium" />
            <span className="text-soft">{message(labelKey('outbox', `task-${row.task}`))}</span>
            {row.waitsFor !== undefined
              ? <Tag>{i18n.t('outbox.waitsFor', [row.waitsFor])}</Tag>
              : <Tag tone={row.state === 'dead' || row.state === 'blocked' ? 'bad' : 'calm'}>{message(labelKey('outbox', `state-${row.state}`))}</Tag>}
            <span className="flex-1 text-small text-soft">{row.error && message(labelKey('error', row.error.kind), [row.org])}</span>
            <span className="text-small text-faint">{whenText(row.createdAt, now)}</span>
            {row.waitsFor === undefined && <Button look="quiet" onClick={() => retry.mutate({ eventId: row.eventId })}>{i18n.t('outbox.retry')}</Button>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
