import type { Clock } from '@/lib/domain/ports'
import { signals } from '@/lib/platform/signals'

const answerMs = 600

/** Asks a tab's loader how its frame looks right now; no answer in time counts as covered. */
export function createFrameCheck({ clock }: { clock: Clock }) {
  const waiting = new Map<number, (clear: boolean) => void>()
  return {
    frameIsClear(tabId: number): Promise<boolean> {
      signals.toLoader(tabId, { leadside: 1, signal: 'report-frame' })
      return Promise.race([new Promise<boolean>((resolve) => waiting.set(tabId, resolve)), clock.sleep(answerMs).then(() => false)])
    },
    seen(tabId: number, clear: boolean) {
      waiting.get(tabId)?.(clear)
      waiting.delete(tabId)
    },
  }
}
