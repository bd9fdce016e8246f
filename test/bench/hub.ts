import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDevice, manyEvents } from '../contract/hub/deliver.ts'
import { createPostgres } from '../contract/hub/postgres.ts'
import { startProcess } from '../contract/hub/process.ts'

// A team's day compressed, over loopback: single verdicts, outbox batches, and polls that find nothing new. One client process
// beside the hub, so compare rows and not absolutes.

const lanes = 8
const rounds = Number(process.argv[2] ?? 400)

interface Row { route: string; calls: number; perSecond: number; p50: number; p99: number }

async function measure(route: string, calls: number, call: () => Promise<{ status: number }>): Promise<Row> {
  const times: number[] = []
  const from = performance.now()
  await Promise.all(Array.from({ length: lanes }, async () => {
    for (let done = 0; done < calls / lanes; done += 1) {
      const start = performance.now()
      const { status } = await call()
      if (status !== 200) throw new Error(`${route} answered ${status}`)
      times.push(performance.now() - start)
    }
  }))
  const seconds = (performance.now() - from) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) => Math.round((times[Math.floor(share * (times.length - 1))] ?? 0) * 10) / 10
  return { route, calls: times.length, perSecond: Math.round(times.length / seconds), p50: at(0.5), p99: at(0.99) }
}

async function run(env: Record<string, string>): Promise<Row[]> {
  const hub = await startProcess(env)
  try {
    const device = createDevice(() => hub.url)
    await device.join(hub.invite ?? '')
    let record = 1
    const post = (count: number) => () => device.call('POST', '/v1/events', manyEvents(count, Date.now(), (record += count)))
    return [
      await measure('POST one verdict', rounds, post(1)),
      await measure('POST 50 verdicts', rounds / 4, post(50)),
      await measure('GET changed assets, none', rounds, () => device.call('GET', '/v1/assets?after=0')),
      await measure('GET summary by campaign', rounds, () => device.call('GET', '/v1/summary?by=campaign')),
    ]
  } finally {
    await hub.kill('SIGTERM')
  }
}

const postgres = await createPostgres({ durable: true })
const folder = mkdtempSync(join(tmpdir(), 'leadside-bench-'))
try {
  const results = { at: new Date().toISOString(), postgres: await run({ DATABASE_URL: postgres.url('bench') }), pglite: await run({ LEADSIDE_DATA: folder }) }
  for (const engine of ['postgres', 'pglite'] as const) {
    process.stdout.write(`${engine}\n`)
    for (const { route, calls, perSecond, p50, p99 } of results[engine]) process.stdout.write(`  ${route}: ${perSecond}/s, p50 ${p50} ms, p99 ${p99} ms (${calls})\n`)
  }
  writeFileSync(new URL('results-hub.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`)
} finally {
  postgres.remove()
  rmSync(folder, { recursive: true, force: true })
}
