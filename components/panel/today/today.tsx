import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, RefreshCw } from 'lucide-react'
import { useStore } from 'zustand'
import { toErrorInfo } from '@/lib/domain/errors'
import { answerWithinDays } from '@/lib/domain/finding-rules'
import { say } from '@/lib/domain/sentence'
import { todayItem, type TodayView } from '@/lib/domain/today-view'
import { IconButton } from '@/components/ui/icon-button'
import { Said } from '@/components/ui/said'
import { i18n } from '#i18n'
import { usePanel } from '../panel-context'
import { Bones } from '../states/skeleton'
import { Trouble } from '../states/trouble'
import { TodayGroup } from './today-group'
import { TodayPromotions } from './today-promotions'

/** What waits for the rep: the panel of every page that is no record. */
export default function Today() {
  const { bus, where } = usePanel()
  const aside = useStore(where.store, (state) => state.aside === true)
  const { data, error, isFetching, refetch } = useQuery({ queryKey: ['today'], queryFn: () => bus.ask('today.list', {}), staleTime: 0, refetchOnWindowFocus: true })
  const again = () => void refetch()
  return (
    <>
      <header className="flex items-center gap-1 border-b border-line px-3 py-2">
        {aside && <IconButton icon={ArrowLeft} label={i18n.t('today.back')} className="-ms-1.5 rtl:-scale-x-100" onClick={() => where.showRecord()} />}
        <h1 className="min-w-0 flex-1 text-large font-semibold">{i18n.t('today.title')}</h1>
        {data && <span className="text-tiny text-faint"><Said sentence={say('today.asOf', { date: data.asOf })} dates="ago" /></span>}
        <IconButton icon={RefreshCw} label={i18n.t('today.refresh')} spin={isFetching} onClick={again} />
      </header>
      <main className="min-h-0 flex-1 overflow-y-auto pb-4 short:flex-none short:overflow-visible">
        {error ? <div className="p-3"><Trouble error={toErrorInfo(error)} again={again} look="card" /></div> : data ? <><Groups view={data} />{data.findings && <Answered {...data.findings} />}</> : <Bones />}
      </main>
    </>
  )
}

function Groups({ view }: { view: TodayView }) {
  if (view.items.length === 0 && view.promotions.length === 0) {
    return (
      <div className="grid place-content-center gap-1 px-6 py-16 text-center">
        <p className="font-medium">{i18n.t('today.empty')}</p>
        <p className="text-soft">{i18n.t('today.emptyHint')}</p>
      </div>
    )
  }
  return (
    <>
      {todayItem.shape.kind.options.map((kind) => {
        const items = view.items.filter((item) => item.kind === kind)
        return items.length > 0 && <TodayGroup key={kind} kind={kind} items={items} />
      })}
      <TodayPromotions promotions={view.promotions} />
    </>
  )
}

/** Marketing's part of the deal, as small as it is: how many findings from verdicts it answered in time. */
function Answered({ answered, of }: { answered: number; of: number }) {
  return <p className="px-3 pt-4 text-small text-soft">{i18n.t('finding.answered', [String(answered), String(of), String(answerWithinDays)])}</p>
}
