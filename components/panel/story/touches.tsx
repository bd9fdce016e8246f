import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { toErrorInfo } from '@/lib/domain/errors'
import { recordKey } from '@/lib/domain/record-ref'
import type { Story } from '@/lib/domain/touch'
import { i18n } from '#i18n'
import { useOnScreen } from '../data/record-context'
import { useScreen } from '../data/screen-store'
import { usePanel } from '../panel-context'
import { Trouble } from '../states/trouble'
import { TouchRow } from './touch-row'

const step = 50

/** The touches of one item, newest first; those of machines when asked for, those the view left out when there is room. */
export default function Touches({ story }: { story: Story }) {
  const { bus } = usePanel()
  const { ref } = useOnScreen()
  const everywhere = useScreen((screen) => screen.machines)
  const [here, setHere] = useState(false)
  const [shown, setShown] = useState(step)
  const [wanted, setWanted] = useState(false)
  const rest = useQuery({
    queryKey: ['touches', recordKey(ref), story.key, story.last],
    enabled: wanted,
    queryFn: () => bus.ask('record.touches', { ref, storyKey: story.key }),
  })
  const known = rest.data ?? story.touches
  const machines = everywhere || here || story.count === story.machine
  const listed = known.filter((touch) => machines || touch.agent.by !== 'machine')
  const hidden = known.length - listed.length
  const unread = story.count - known.length
  return (
    <>
      <ul>{listed.slice(0, shown).map((touch) => <TouchRow key={touch.id} touch={touch} />)}</ul>
      <div className="flex flex-wrap gap-x-3">
        {listed.length > shown && <More onClick={() => setShown(shown + step)}>{i18n.t('panel.story.moreTouches', listed.length - shown)}</More>}
        {unread > 0 && !rest.isFetching && <More onClick={() => (rest.error ? void rest.refetch() : setWanted(true))}>{i18n.t('panel.story.moreTouches', unread)}</More>}
        {hidden > 0 && <More onClick={() => setHere(true)}>{i18n.t('panel.story.byMachines', hidden)}</More>}
      </div>
      {rest.error && <Trouble error={toErrorInfo(rest.error)} again={() => void rest.refetch()} />}
    </>
  )
}

function More({ onClick, children }: { onClick: () => void; children: string }) {
  return <button type="button" onClick={onClick} className="min-h-6 rounded-sm text-small font-medium text-accent hover:text-accent-strong">{children}</button>
}
