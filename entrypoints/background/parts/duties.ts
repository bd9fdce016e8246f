import { keepAlarm, outboxAlarm } from '@/lib/app/flush-outbox-pulse'
import { optionalPages } from '@/lib/pages/match-patterns'
import { alarms, onAlarm } from '@/lib/platform/alarms'
import { onToggle } from '@/lib/platform/commands'
import { onManagedChange } from '@/lib/platform/managed'
import { onPermissionsChange, registerOptionalHosts } from '@/lib/platform/optional-hosts'
import { signals } from '@/lib/platform/signals'
import { onTabGone } from '@/lib/platform/tabs'
import type { Services } from '../compose'
import { daily, dailyAlarm, dayMs, tidy } from './daily'
import { showBadge } from './show-badge'

/** How long after a start the badge is counted anew; until then the browser shows the last one. */
const badgeAfterMs = 2_000

/** What the background does without being asked: deliver, tidy up once a day, keep the badge. */
export function startDuties(services: Promise<Services>): void {
  onAlarm((name) => void services.then(async (built) => {
    if (name === outboxAlarm) await built.pulse.beat()
    if (name === dailyAlarm) await daily(built)
  }))
  onToggle((tabId) => signals.toLoader(tabId, { leadside: 1, signal: 'toggle' }))
  onTabGone((tabId) => void services.then(({ frames }) => frames.forget(tabId)))
  onManagedChange(() => void services.then(({ panels }) => panels.tell('settings')))
  onPermissionsChange(() => {
    void registerOptionalHosts(optionalPages).catch(() => undefined)
    void services.then(({ broken, connections }) => (broken ? undefined : connections.hostsChanged()))
  })
  globalThis.addEventListener('online', () => void services.then(({ pulse }) => pulse.online()))
  void services.then(start)
}

async function start(services: Services): Promise<void> {
  const { broken, pulse, app, today, consent, session } = services
  if (broken) return
  const now = app.clock.now()
  await pulse.start()
  await keepAlarm(alarms, dailyAlarm, now + dayMs, now)
  // Counting what waits reads the whole ledger: whoever woke the worker goes first.
  await app.clock.sleep(badgeAfterMs)
  await showBadge(today, consent)
  await app.past.check()
  // Once per start of the browser: what outlived its time while it was closed goes at once.
  if (await session.get('tidied')) return
  await session.set('tidied', true)
  await tidy(services)
}
