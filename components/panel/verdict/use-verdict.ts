import { useQueryClient } from '@tanstack/react-query'
import type { VerdictValue } from '@/lib/domain/ledger'
import type { RecordView } from '@/lib/domain/view'
import { useAct, type Act } from '../acts/use-act'
import { useOnScreen } from '../data/record-context'
import { useScreenStore } from '../data/screen-store'
import { updateRecord } from '../data/use-record'
import { usePanel } from '../panel-context'
import { judge, putVerdict, withdraw } from './judged'

export interface VerdictActs { give: Act<VerdictValue>; undo: Act<string> }

/** Recording a verdict and taking it back. What is shown changes when the background has it on disk, not before. */
export function useVerdict(view: RecordView): VerdictActs {
  const { bus } = usePanel()
  const { ref } = useOnScreen()
  const client = useQueryClient()
  const screen = useScreenStore()
  const { mine } = judge(view)
  // A lead that came back is judged anew: that verdict stands beside the first one and replaces nothing.
  const returned = view.notices.some(({ kind }) => kind === 'return-due')

  const give = useAct(
    (stamp, verdict: VerdictValue) => bus.ask('verdict.give', { ...stamp, verdict, ...(mine && !returned ? { supersedes: mine.event.id } : {}) }),
    (given) => {
      updateRecord(client, ref, (current) => putVerdict(current, given))
      screen.setState({ judging: given.event.id })
    },
  )
  const undo = useAct(
    ({ ref, sight }, verdictId: string) => bus.ask('verdict.undo', { ref, sight, verdictId }),
    (_, verdictId) => {
      updateRecord(client, ref, (current) => withdraw(current, verdictId))
      screen.setState({ judging: undefined })
      void client.invalidateQueries({ queryKey: ['record'] })
    },
  )
  return { give, undo }
}
