import { useQueryClient } from '@tanstack/react-query'
import type { VerdictView } from '@/lib/domain/view'
import type { VerdictEvent } from '@/lib/domain/ledger'
import { useAct, type Act } from '../acts/use-act'
import { useOnScreen } from '../data/record-context'
import { useScreenStore } from '../data/screen-store'
import { updateRecord } from '../data/use-record'
import { usePanel } from '../panel-context'
import { putVerdict } from './judged'

export type Detail = Pick<VerdictEvent, 'reason' | 'until' | 'trigger' | 'note' | 'helped' | 'clause'>

/** Adds to the rep's verdict. Every message holds all details as they shall be: what is left out is taken away. */
export function useDetail(mine: VerdictView): Act<Detail> {
  const { bus } = usePanel()
  const { ref } = useOnScreen()
  const client = useQueryClient()
  const screen = useScreenStore()
  const { reason, until, trigger, note, helped, clause } = mine.event
  return useAct(
    (stamp, change: Detail) => {
      const detail = { reason, until, trigger, note, helped, clause, ...change }
      const given = Object.fromEntries(Object.entries(detail).filter(([, value]) => value !== undefined))
      return bus.ask('verdict.detail', { ...stamp, verdictId: mine.event.id, ...given })
    },
    (changed) => {
      updateRecord(client, ref, (view) => putVerdict(view, changed))
      screen.setState({ judging: changed.event.id })
    },
  )
}
