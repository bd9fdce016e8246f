import type { ChromiumSurface } from '../e2e/harness/chromium.ts'
import { askFrom, setUp } from '../e2e/harness/set-up.ts'
import { startTestHub } from '../e2e/harness/hub.ts'
import { deskLines, knownPeople, little, much } from './made-up/desk.ts'
import type { Amount } from './made-up/line.ts'
import type { Filling } from './types.ts'

const part = 3_000

/** Empties the extension and fills it; resolves to what ends what was started for it. */
export async function fill(surface: ChromiumSurface, filling: Filling): Promise<() => Promise<void>> {
  await surface.closeTabs()
  surface.sandbox.reset()
  await setUp(surface, { fresh: true, ...(filling === 'nothing' ? {} : { salesforce: true }), ...(filling === 'nothing' || filling === 'little' || filling === 'hub' ? {} : { hubspot: true }), ...(isSamples(filling) ? { library: true } : {}) })
  await beMarketer(surface)
  if (filling === 'nothing' || isSamples(filling)) return async () => undefined
  await restore(surface, filling === 'much' ? much : little)
  if (filling !== 'hub') return async () => undefined
  const hub = await startTestHub(surface.sandbox)
  await join(surface, hub.invite)
  return hub.close
}

const isSamples = (filling: Filling) => filling === 'samples' || filling === 'failing'

async function beMarketer(surface: ChromiumSurface): Promise<void> {
  const { view, close } = await surface.desk('#/home')
  await askFrom(view)('settings.save', { role: 'marketer' })
  await close()
}

/** As from a backup file; the names of people who were opened lately are no part of one. */
async function restore(surface: ChromiumSurface, amount: Amount): Promise<void> {
  const { view, close } = await surface.desk('#/home')
  const ask = askFrom(view)
  const now = Date.now()
  const lines = deskLines(amount, now)
  for (let start = 0; start < lines.length; start += part) {
    const plan = await ask('data.restore', { text: `${lines.slice(start, start + part).join('\n')}\n`, dry: false, last: start + part >= lines.length }) as { invalid: number }
    if (plan.invalid > 0) throw new Error(`${plan.invalid} made-up lines are none of an export`)
  }
  await view.evaluate(`new Promise((done, failed) => {
    const opened = indexedDB.open('leadside-cache')
    opened.onsuccess = () => {
      const change = opened.result.transaction('names', 'readwrite')
      for (const row of ${JSON.stringify(knownPeople(amount, now))}) change.objectStore('names').put(row)
      change.oncomplete = () => { opened.result.close(); done(null) }
      change.onerror = () => failed(change.error)
    }
    opened.onerror = () => failed(opened.error)
  })`)
  await close()
}

async function join(surface: ChromiumSurface, invite: string): Promise<void> {
  const { view, close } = await surface.desk('#/connections')
  const ask = askFrom(view)
  await ask('team.join', { invite, name: 'Olivia Marsh' })
  await ask('team.set-terms', { name: 'Quayside', links: 'person', legalGround: 'Consent in the newsletter form' })
  await ask('team.publish', {})
  await ask('team.invite', { role: 'rep', uses: 5, days: 7 })
  await ask('team.sync', {})
  await close()
}
