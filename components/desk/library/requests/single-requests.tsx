import { Foreign } from '@/components/ui/foreign'
import { useNow } from '@/components/ui/now'
import { dayText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { useAsk } from '../../data/ask'
import { Problem } from '../../data/problem'
import { useDesk } from '../../desk-context'

/** The requests behind a need, with who asked, so that marketing can ask back. */
export function SingleRequests({ ids }: { ids: string[] }) {
  const { door } = useDesk()
  const now = useNow()
  const { data, error, refetch } = useAsk('requests.single', { ids })
  return (
    <>
      <Problem of={error} retry={() => void refetch()} />
      <ul className="mt-2 space-y-1.5 border-s-2 border-line ps-3" aria-busy={data === undefined}>
        {data?.map(({ id, at, rep, note, name, url }) => (
          <li key={id} className="text-small">
            <p className="text-soft">
              {dayText(at, now)}<span aria-hidden> · </span><Foreign text={rep} max={80} /><span aria-hidden> · </span>
              <button type="button" className="rounded-sm text-accent-strong underline" onClick={() => door.open(url)}>{name ? <Foreign text={name} max={80} /> : i18n.t('requests.lead_record')}</button>
            </p>
            {note && <p>“<Foreign text={note} max={500} />”</p>}
          </li>
        ))}
      </ul>
    </>
  )
}
