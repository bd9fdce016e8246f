import type { RestApp } from './app.ts'
import type { Switches } from '../switches.ts'

const seasons = ['Winter', 'Spring', 'Summer']

/** `[{ label, url, version }]`, oldest first; version 67 is Summer '26. */
export function versions({ oldestVersion, newestVersion }: Pick<Switches, 'oldestVersion' | 'newestVersion'>): { label: string; url: string; version: string }[] {
  const count = newestVersion - oldestVersion + 1
  return Array.from({ length: count }, (_, index) => {
    const number = oldestVersion + index
    const year = Math.floor((number + 11) / 3)
    return { label: `${seasons[(number + 1) % 3] ?? ''} '${year}`, url: `/services/data/v${number}.0`, version: `${number}.0` }
  })
}

/** Resources of a version, and the limits. */
export function registerMeta(app: RestApp): void {
  app.get('/services/data/:version', (c) => {
    const base = `/services/data/${c.req.param('version')}`
    const { org, session } = c.env
    return c.json({
      sobjects: `${base}/sobjects`, query: `${base}/query`, queryAll: `${base}/queryAll`, composite: `${base}/composite`, limits: `${base}/limits`,
      identity: `https://${org.plan.apiHost}/id/${org.plan.id}/${session.user.id}`,
    })
  })
  app.get('/services/data/:version/limits', (c) => {
    const { used, max } = c.env.org.switches.apiUsage
    return c.json({ DailyApiRequests: { Max: max, Remaining: max - used }, SingleEmail: { Max: 5000, Remaining: 5000 }, DataStorageMB: { Max: 10_240, Remaining: 9_800 } })
  })
}
