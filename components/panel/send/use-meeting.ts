import { useQueryClient } from '@tanstack/react-query'
import type { SendView } from '@/lib/domain/view'
import { useAct, type Act } from '../acts/use-act'
import { useOnScreen } from '../data/record-context'
import { updateRecord } from '../data/use-record'
import { usePanel } from '../panel-context'
import { putSend } from './put-send'

/** "Used in a call or meeting": one click, ledger and CRM log, no mail. The value is the asset's id. */
export function useMeeting(done?: (send: SendView) => void): Act<string> {
  const { bus } = usePanel()
  const { ref } = useOnScreen()
  const client = useQueryClient()
  return useAct(
    (stamp, assetId: string) => bus.ask('send.open', { ...stamp, assetId, channel: 'meeting', subject: '', body: '' }),
    ({ send }) => {
      updateRecord(client, ref, (view) => putSend(view, send))
      done?.(send)
    },
  )
}
