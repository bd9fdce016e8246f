import { flushSync } from 'react-dom'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bus } from '@/lib/bus/client'
import type { PanelMessageName } from '@/lib/bus/panel-protocol'
import type { PanelContext } from '@/lib/bus/protocol/panel'
import { toErrorInfo, type ErrorInfo } from '@/lib/domain/errors'

interface State {
  /** Absent while it is not known what to show: then nothing of any record is on the screen. */
  context?: PanelContext | undefined
  error?: ErrorInfo | undefined
  /** The rep looks at Today although the tab shows a record. */
  aside?: boolean | undefined
}

/** Which record, list or page this panel shows now. */
export interface Where {
  store: StoreApi<State>
  /** Introduces the panel to the background; the ticket is spent by this. */
  hello(ticket: string | undefined): Promise<void>
  /** The address changed: what is shown is taken off the screen before this returns. */
  leave(): Promise<void>
  showToday(): void
  /** Back from Today to the record of this tab. */
  showRecord(): void
  /** Reads the context again under what is shown, for changed settings. */
  reread(): Promise<void>
}

export function createWhere(bus: Bus<PanelMessageName>): Where {
  const store = createStore<State>(() => ({}))
  let asked = 0
  async function learn(ask: () => Promise<PanelContext>): Promise<void> {
    const turn = ++asked
    try {
      const context = await ask()
      if (turn === asked) store.setState(({ aside }) => ({ context, aside }), true)
    } catch (thrown) {
      if (turn === asked) store.setState({ error: toErrorInfo(thrown) }, true)
    }
  }
  const reread = () => learn(() => bus.ask('panel.context', {}))
  return {
    store,
    hello: (ticket) => learn(() => bus.ask('panel.hello', ticket === undefined ? {} : { ticket })),
    leave() {
      flushSync(() => store.setState({}, true))
      return reread()
    },
    showToday: () => store.setState({ aside: true }),
    showRecord: () => store.setState({ aside: false }),
    reread,
  }
}
