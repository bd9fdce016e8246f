import type { Caller } from '@/lib/bus/trust'
import type { RecordRef } from '@/lib/domain/record-ref'
import { detectRecord } from '@/lib/pages/detect'
import type { FrameBindings } from '@/lib/platform/frame-bindings'
import { signals } from '@/lib/platform/signals'
import { activeTab, crmTabs, tabUrl } from '@/lib/platform/tabs'

export type PanelSignalName = 'context' | 'record' | 'library' | 'today' | 'connections' | 'hub' | 'settings'

/** The panels that are open: what each shows, and how to tell them something. */
export function createPanels(frames: FrameBindings) {
  async function tabOf(caller: Caller): Promise<number | undefined> {
    return caller.kind === 'side-panel' ? (await activeTab())?.id : caller.tabId
  }

  async function toFrame(tabId: number, signal: object): Promise<void> {
    const frameId = await frames.frameOf(tabId)
    if (frameId !== undefined) signals.toFrame(tabId, frameId, signal)
  }

  return {
    tabOf,
    /** The record the caller's page shows, from its address now. */
    async recordOf(caller: Caller): Promise<RecordRef | undefined> {
      const tabId = await tabOf(caller)
      return tabId === undefined ? undefined : detectRecord((await tabUrl(tabId)) ?? '')
    },
    /** The record a tab shows, or the active one. */
    async shownIn(tabId: number | undefined): Promise<RecordRef | undefined> {
      const shown = tabId ?? (await activeTab())?.id
      return shown === undefined ? undefined : detectRecord((await tabUrl(shown)) ?? '')
    },
    painted(caller: Caller, key: string) {
      if (caller.kind === 'framed') signals.toLoader(caller.tabId, { leadside: 1, signal: 'painted', key })
    },
    close(caller: Caller) {
      if (caller.kind === 'framed') signals.toLoader(caller.tabId, { leadside: 1, signal: 'close' })
    },
    /** The tab shows something else now. */
    moved(tabId: number) {
      void toFrame(tabId, { leadside: 1, signal: 'context' })
      signals.toPages({ leadside: 1, signal: 'context' })
    },
    tell(signal: PanelSignalName, key?: string) {
      const message = { leadside: 1, signal, ...(key === undefined ? {} : { key }) }
      void frames.all().then((bound) => bound.forEach(({ tabId, frameId }) => signals.toFrame(tabId, frameId, message)))
      signals.toPages(message)
    },
    /** Consent or permissions changed: every loader asks again whether a dock is wanted. */
    async refreshLoaders() {
      for (const tabId of await crmTabs()) signals.toLoader(tabId, { leadside: 1, signal: 'refresh' })
    },
    changed(key: string) {
      this.tell('record', key)
    },
  }
}
export type Panels = ReturnType<typeof createPanels>
