import { useQueryClient } from '@tanstack/react-query'
import type { SendChannel } from '@/lib/domain/ledger'
import type { Sentence } from '@/lib/domain/sentence'
import type { SendView } from '@/lib/domain/view'
import { copyText } from '../acts/copy-text'
import { useAct, type Act } from '../acts/use-act'
import { useOnScreen } from '../data/record-context'
import { updateRecord } from '../data/use-record'
import { usePanel } from '../panel-context'
import { putSend } from './put-send'

export interface SendResult {
  send: SendView
  /** Why it was copied although another way was chosen. */
  why: Sentence | undefined
  copied: boolean
  /** The text, where the browser would not let it onto the clipboard. */
  byHand: string | undefined
}

/** Opens the composer, or copies, after the send was noted. */
export function useSend(message: { assetId: string; subject: string; body: string }, opened: (result: SendResult) => void): Act<SendChannel> {
  const { bus } = usePanel()
  const { ref } = useOnScreen()
  const client = useQueryClient()
  return useAct(
    async (stamp, channel: SendChannel): Promise<SendResult> => {
      const { send, copy, why } = await bus.ask('send.open', { ...stamp, channel, ...message })
      const copied = copy !== undefined && (await copyText(copy))
      return { send, why, copied, byHand: copied ? undefined : copy }
    },
    (result) => {
      updateRecord(client, ref, (view) => putSend(view, result.send))
      opened(result)
    },
  )
}
