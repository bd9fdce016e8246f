import { badgeOf, buildToday } from '@/lib/domain/today'
import { recordKey } from '@/lib/domain/record-ref'
import type { TodayView } from '@/lib/domain/today-view'
import type { AppDeps } from './deps'

export interface Today {
  list(): Promise<TodayView>
  badge(): Promise<number>
  checkReturns(): Promise<void>
}

export function createToday(deps: AppDeps): Today {
  async function entries() {
    const [events, rows] = await Promise.all([deps.ledger.all(['verdict', 'verdict-withdrawn', 'opened', 'send', 'send-outcome']), deps.outbox.open()])
    return buildToday({ events, rows, progress: new Map(), opened: [], now: deps.clock.now() })
  }
  return {
    async list() {
      const found = await entries()
      const names = await deps.snapshots.names(found.map(({ ref }) => recordKey(ref)))
      const items = found.map((entry) => {
        const known = names.get(recordKey(entry.ref))
        return { ...entry, name: known?.name ?? entry.ref.id, company: known?.company, url: deps.recordUrl(entry.ref) }
      })
      return { items, asOf: deps.clock.now() }
    },
    badge: async () => badgeOf(await entries()),
    checkReturns: async () => {},
  }
}
