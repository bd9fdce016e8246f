import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Foreign } from '@/components/ui/foreign'
import { useNow } from '@/components/ui/now'
import { dayText, timeText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { useAsk } from '../../data/ask'
import { Problem } from '../../data/problem'
import { Card } from '../../shell/page'
import { actText } from './act-text'

/** Who read personal data and who changed the hub, newest first. For owners. */
export function Trail() {
  return (
    <Card title={i18n.t('hub.trail')}>
      <p className="max-w-3xl pb-2 text-soft">{i18n.t('hub.trailLead')}</p>
      <Disclosure title={i18n.t('hub.trailShow')}><Acts /></Disclosure>
    </Card>
  )
}

function Acts() {
  const { data: people } = useAsk('team.people', {})
  const names = people && new Map(people.map(({ id, name }) => [id, name]))
  return (
    <table className="w-full text-left">
      <caption className="sr-only">{i18n.t('hub.trail')}</caption>
      <thead><tr className="border-b border-line text-small text-soft">{(['when', 'who', 'what'] as const).map((column) => <th key={column} scope="col" className="py-1 pr-3 font-medium">{i18n.t(`hub.${column}`)}</th>)}</tr></thead>
      <Page names={names} />
    </table>
  )
}

/** One page and, once asked for, those before it. */
function Page({ before, names }: { before?: string; names: ReadonlyMap<string, string> | undefined }) {
  const now = useNow()
  const [further, setFurther] = useState(false)
  const { data, error } = useAsk('team.acts', before === undefined ? {} : { before })
  return (
    <>
      <tbody>
        {error && <tr><td colSpan={3} className="py-1"><Problem of={error} service={i18n.t('team.theHub')} /></td></tr>}
        {data?.acts.map(({ at, personId, act }, index) => (
          <tr key={index} className="border-b border-line align-top">
            <td className="py-1 pr-3 text-soft sm:whitespace-nowrap">{dayText(at, now)}, {timeText(at)}</td>
            <td className="py-1 pr-3">{personId === undefined ? i18n.t('hub.byHub') : <Foreign text={names === undefined ? '' : names.get(personId) ?? i18n.t('hub.former')} />}</td>
            <td className="py-1 break-words"><Foreign text={actText(act)} /></td>
          </tr>
        ))}
        {data?.older !== undefined && !further && <tr><td colSpan={3} className="py-1"><Button look="quiet" className="-mx-2.5" onClick={() => setFurther(true)}>{i18n.t('hub.older')}</Button></td></tr>}
      </tbody>
      {data?.older !== undefined && further && <Page before={data.older} names={names} />}
    </>
  )
}
