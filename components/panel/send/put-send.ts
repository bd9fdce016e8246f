import type { RecordView, SendView } from '@/lib/domain/view'

/** The view with this send in it, newest first. */
export function putSend(view: RecordView, send: SendView): RecordView {
  return { ...view, sends: [send, ...view.sends.filter(({ event }) => event.id !== send.event.id)].sort((a, b) => b.event.at - a.event.at) }
}
