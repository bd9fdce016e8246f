import { RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import type { RecordView } from '@/lib/domain/view'
import { say } from '@/lib/domain/sentence'
import { Bone } from '@/components/ui/bone'
import { Foreign } from '@/components/ui/foreign'
import { IconButton } from '@/components/ui/icon-button'
import { Said } from '@/components/ui/said'
import { i18n } from '#i18n'
import { useCrmName } from '../data/use-crm-name'
import { ClockLine } from './clock-line'
import { Facts } from './facts'
import { Menu } from './menu'

interface Refresh { refresh: () => void; refreshing: boolean }

/** Who this is, how fresh that is, and as whom the rep acts. `brief` leaves the room to the page below. */
export function Header({ view, brief, refresh, refreshing }: { view: RecordView; brief: boolean } & Refresh) {
  const { person, actingAs } = view
  const crm = useCrmName()
  return (
    <Frame refresh={refresh} refreshing={refreshing} title={<h1 className="line-clamp-2 text-large font-semibold"><Foreign text={person.name} max={120} /></h1>}>
      <p className="truncate text-soft">
        {person.title && <Foreign text={person.title} max={80} />}
        {person.title && person.company && <span aria-hidden> · </span>}
        {person.company && <Foreign text={person.company} max={80} />}
      </p>
      {!brief && <Facts view={view} />}
      <p className="flex flex-wrap gap-x-2 pt-1 text-tiny text-faint">
        <span role="status" className={view.problem ? 'text-warn' : undefined}>
          {refreshing ? i18n.t('panel.header.reading', [crm]) : <Said sentence={say(view.problem ? 'panel.header.copy' : 'panel.header.read', { date: view.readAt })} dates="ago" />}
        </span>
        {actingAs && <span><Said sentence={say(actingAs.verified ? 'panel.header.actingAs' : 'panel.header.actingAsStated', actingAs.name)} /></span>}
        {view.clock && <ClockLine clock={view.clock} />}
      </p>
    </Frame>
  )
}

/** Nothing is known of the person yet. */
export function UnknownHeader({ waiting, refresh, refreshing }: { waiting: boolean } & Refresh) {
  return (
    <Frame refresh={refresh} refreshing={refreshing} title={<UnknownName waiting={waiting} />}>
      {waiting && <Bone className="mt-1.5 h-3.5 w-52 max-w-full" />}
    </Frame>
  )
}

function UnknownName({ waiting }: { waiting: boolean }) {
  return (
    <>
      <h1 className={waiting ? 'sr-only' : 'text-large font-semibold'}>{i18n.t('panel.header.unknown')}</h1>
      {waiting && <Bone className="my-0.5 h-4 w-36" />}
    </>
  )
}

function Frame({ title, children, refresh, refreshing }: { title: ReactNode; children: ReactNode } & Refresh) {
  return (
    <header className="relative shrink-0 border-b border-line px-3 pt-2 pb-2">
      <div className="flex items-start gap-1">
        <div className="min-w-0 flex-1 pt-1">{title}</div>
        <IconButton icon={RefreshCw} label={i18n.t('panel.header.refresh')} spin={refreshing} onClick={refresh} />
        <Menu />
      </div>
      {children}
    </header>
  )
}
