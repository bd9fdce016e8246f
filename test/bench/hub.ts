// A team's day compressed, crashes, and a year of verdicts, over loopback: npm run bench:hub. One client process beside the hub, so compare rows
// and not absolutes. --reps=, --batches= and --verdicts= make it smaller; --only=day, crash or year does that part alone and keeps the other figures.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { surviveCrash, type Survived } from '../contract/hub/crash.ts'
import { createDevice } from '../contract/hub/deliver.ts'
import { createPostgres } from '../contract/hub/postgres.ts'
import { startProcess, type HubProcess } from '../contract/hub/process.ts'
import { compressedDay } from './hub/day.ts'
import { manyVerdicts } from './hub/million.ts'

const numberOf = (name: string, usual: number) => Number(process.argv.find((part) => part.startsWith(`--${name}=`))?.split('=')[1] ?? usual)
const [reps, batches, verdicts] = [numberOf('reps', 500), numberOf('batches', 1000), numberOf('verdicts', 1_000_000)]
const say = (line: string) => void process.stdout.write(`${line}\n`)
const shared = { LEADSIDE_LINKS_URL: 'https://go.example', LEADSIDE_PROXY: '1' }

async function withHub<T>(env: Record<string, string>, work: (hub: HubProcess) => Promise<T>): Promise<T> {
  const hub = await startProcess({ ...shared, ...env })
  try {
    return await work(hub)
  } finally {
    await hub.kill('SIGTERM')
  }
}

async function crashed(env: Record<string, string>, before: () => void, after: () => void): Promise<Survived> {
  let hub = await startProcess({ ...shared, ...env })
  try {
    const device = createDevice(() => hub.url)
    await device.join(hub.invite ?? '')
    return await surviveCrash(device, { batches, each: 10 }, async () => {
      before()
      await hub.kill('SIGKILL')
    }, async () => {
      after()
      hub = await startProcess({ ...shared, ...env })
    })
  } finally {
    await hub.kill('SIGTERM')
  }
}

const postgres = await createPostgres({ durable: true })
const folders = ['day', 'crash'].map((name) => mkdtempSync(join(tmpdir(), `leadside-${name}-`)))
const places = { postgres: (name: string) => ({ DATABASE_URL: postgres.url(name) }), pglite: (name: string) => ({ LEADSIDE_DATA: folders[name === 'day' ? 0 : 1] ?? '' }) }
const nothing = () => undefined
const parts = {
  day: async () => ({ reps, postgres: await dayOn('postgres'), pglite: await dayOn('pglite') }),
  async crash() {
    const done = { batches, postgres: await crashed(places.postgres('crash'), postgres.crash, postgres.start), pglite: await crashed(places.pglite('crash'), nothing, nothing) }
    say(`crash in the middle: ${JSON.stringify(done)}`)
    return done
  },
  async year() {
    const done = await withHub(places.postgres('year'), (hub) => manyVerdicts(hub.url, hub.invite ?? '', verdicts))
    say(`${done.verdicts} verdicts at ${done.perSecond}/s`)
    for (const { query, p50, max } of done.summaries) say(`  summary ${query}: p50 ${p50} ms, worst ${max} ms`)
    return done
  },
}
const only = process.argv.find((part) => part.startsWith('--only='))?.slice(7)
const file = new URL('results-hub.json', import.meta.url)
try {
  for (const [name, part] of Object.entries(parts)) {
    if (only !== undefined && only !== name) continue
    const result = { at: new Date().toISOString(), cores: cpus().length, node: process.version, ...await part() }
    const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown> : {}
    writeFileSync(file, `${JSON.stringify({ ...known, [name]: result }, null, 2)}\n`)
  }
} finally {
  postgres.remove()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}

async function dayOn(engine: 'postgres' | 'pglite') {
  const rows = await withHub(places[engine]('day'), (hub) => compressedDay(hub.url, hub.invite ?? '', reps))
  say(engine)
  for (const { route, calls, perSecond, p50, p99 } of [rows.all, ...rows.routes]) say(`  ${route}: ${perSecond}/s, p50 ${p50} ms, p99 ${p99} ms (${calls})`)
  return rows
}
