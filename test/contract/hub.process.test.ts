import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDevice, manyEvents } from './hub/deliver'
import { surviveCrash } from './hub/crash'
import { createPostgres, type Postgres } from './hub/postgres'
import { closed, halfAsked } from './hub/half-asked'
import { startProcess, type HubProcess } from './hub/process'

const small = { batches: 40, each: 10 }
const kept = { delivered: 400, lost: 0, twice: 0, missing: 0 }

describe('the hub as a process on an embedded folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leadside-hub-'))
  let hub: HubProcess
  beforeAll(async () => { hub = await startProcess({ LEADSIDE_DATA: folder }) }, 120_000)
  afterAll(async () => {
    await hub.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  it('prints its address, an owner invite, and that the embedded engine does not force writes to the disk', () => {
    expect(hub.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(hub.invite).toMatch(/\/join#[\w-]{32}$/)
    expect(hub.said()).toContain('does not force writes to the disk')
  })

  it('refuses a second hub on the folder and names the first', async () => {
    await expect(startProcess({ LEADSIDE_DATA: folder })).rejects.toThrow(`process ${hub.pid} on`)
  })

  it('loses no acknowledged event to kill -9, and takes the folder over', async () => {
    const device = createDevice(() => hub.url)
    await device.join(hub.invite ?? '')
    const done = await surviveCrash(device, small, async () => void await hub.kill('SIGKILL'), async () => { hub = await startProcess({ LEADSIDE_DATA: folder }) })
    expect(done).toEqual({ ...kept, acknowledged: done.acknowledged })
    expect(hub.invite).toBeUndefined()
  }, 120_000)

  it('finishes what is under way and gives the folder back when told to stop', async () => {
    const body = JSON.stringify({ code: 'x'.repeat(32), device: 'b3f1c7f0-0000-4000-8000-000000000002', name: 'Late' })
    const request = await halfAsked(hub.url, '/v1/join', body)
    const ended = hub.kill('SIGTERM')
    await closed(hub.url)
    expect(await request.finish()).toContain('HTTP/1.1 404')
    expect(await ended).toBe(0)
    expect(() => readFileSync(join(folder, 'hub.lock'))).toThrow('ENOENT')
  }, 60_000)
})

describe('two copies of the hub on one PostgreSQL', () => {
  let postgres: Postgres
  let copies: HubProcess[]
  let url = ''
  const device = createDevice(() => url)
  beforeAll(async () => {
    postgres = await createPostgres({ durable: true })
    const env = { DATABASE_URL: postgres.url('team') }
    copies = await Promise.all([startProcess(env), startProcess(env)])
    url = copies[0]?.url ?? ''
  }, 120_000)
  afterAll(async () => {
    for (const copy of copies) await copy.kill('SIGKILL')
    postgres.remove()
  })

  it('start together on an empty database, with one owner invite that works', async () => {
    const statuses: number[] = []
    for (const { invite, url } of copies) {
      const { status } = await createDevice(() => url).call('POST', '/v1/join', { code: invite?.split('#')[1], device: 'b3f1c7f0-0000-4000-8000-000000000001', name: 'Olivia' })
      statuses.push(status)
    }
    expect(new Set(statuses)).toEqual(new Set([200, 404]))
  })

  it('share sessions, events and limits', async () => {
    const again = await startProcess({ DATABASE_URL: postgres.url('team2') })
    copies.push(again, await startProcess({ DATABASE_URL: postgres.url('team2') }))
    const [, , one, two] = copies
    url = one?.url ?? ''
    // Of two invites printed only the last holds.
    await device.join(two?.invite ?? '')
    const [first, second] = [manyEvents(10, Date.now()), manyEvents(10, Date.now())]
    await device.append(first)
    url = two?.url ?? ''
    expect(await device.append([...first, ...second])).toHaveLength(20)
    expect(await device.allIds()).toHaveLength(20)
    const tries = []
    for (let index = 0; index < 24; index += 1) {
      tries.push((await createDevice(() => (index % 2 ? one?.url : two?.url) ?? '').call('POST', '/v1/join', { code: 'x'.repeat(32), device: first[0]?.id, name: 'x' })).status)
    }
    expect(tries).toContain(429)
  }, 60_000)

  it('answer again after the database restarted under them', async () => {
    postgres.stop('immediate')
    const down = await Promise.all(copies.slice(2).map((copy) => fetch(`${copy.url}/readyz`)))
    expect(down.map(({ status }) => status)).toEqual([503, 503])
    expect(await down[0]?.json()).toMatchObject({ kind: 'unavailable' })
    expect((await fetch(`${copies[2]?.url}/healthz`)).status).toBe(200)
    postgres.start()
    const up = await Promise.all(copies.slice(2).map((copy) => fetch(`${copy.url}/readyz`)))
    expect(up.map(({ status }) => status)).toEqual([200, 200])
  }, 60_000)

  it('lose no acknowledged event to kill -9 of hub and database', async () => {
    const env = { DATABASE_URL: postgres.url('team3') }
    copies.push(await startProcess(env))
    url = copies.at(-1)?.url ?? ''
    await device.join(copies.at(-1)?.invite ?? '')
    const done = await surviveCrash(device, small, async () => {
      postgres.crash()
      await copies.at(-1)?.kill('SIGKILL')
    }, async () => {
      postgres.start()
      copies.push(await startProcess(env))
      url = copies.at(-1)?.url ?? ''
    })
    expect(done).toEqual({ ...kept, acknowledged: done.acknowledged })
  }, 120_000)
})
