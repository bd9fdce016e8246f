import type { Clock } from '@/lib/domain/ports'
import { signals } from '@/lib/platform/signals'

const answerMs = 600
/** A look this young still counts: the age that the panel's own look may have. */
const freshMs = 250

interface Look { at: number; clear: Promise<boolean>; answer(clear: boolean): void }

/** Asks a tab's loader how its frame looks right now; no answer in time counts as covered. */
export function createFrameCheck({ clock, ask = askLoader }: { clock: Clock; ask?: (tabId: number) => void }) {
  const looks = new Map<number, Look>()

  function look(tabId: number): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    const clear = Promise.race([promise, clock.sleep(answerMs).then(() => false)])
    looks.set(tabId, { at: clock.now(), clear, answer: resolve })
    ask(tabId)
    return clear
  }
  return {
    frameIsClear(tabId: number): Promise<boolean> {
      const last = looks.get(tabId)
      return last && clock.now() - last.at <= freshMs ? last.clear : look(tabId)
    },
    seen(tabId: number, clear: boolean) {
      looks.get(tabId)?.answer(clear)
    },
  }
}

function askLoader(tabId: number): void {
  signals.toLoader(tabId, { leadside: 1, signal: 'report-frame' })
}
