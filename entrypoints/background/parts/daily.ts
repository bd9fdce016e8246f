import { alarms } from '@/lib/platform/alarms'
import type { Services } from '../compose'
import { showBadge } from './show-badge'

export const dailyAlarm = 'daily'
export const dayMs = 86_400_000

/** Deletes what outlived its time. */
export async function tidy({ stores, app }: Services): Promise<void> {
  const { retentionDays } = await app.settings.get()
  await stores.housekeeping.run(app.clock.now(), (await app.policy()).retentionDays ?? retentionDays)
}

/** What is done once a day without anybody asking; one part that fails costs no other. */
export async function daily(services: Services): Promise<void> {
  const { app, today, sources, consent, team, handOvers } = services
  await alarms.set(dailyAlarm, app.clock.now() + dayMs)
  await tidy(services).catch(() => undefined)
  if (!(await consent.given())) return
  for (const duty of [() => sources.refreshDue(), () => team.sync.run(), () => today.checkReturns(), () => handOvers.refresh()]) await duty().then(() => undefined, () => undefined)
  await showBadge(today, consent)
}
