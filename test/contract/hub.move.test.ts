import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rows } from '@/hub/db/database'
import { migrate } from '@/hub/db/migrate'
import { openPostgres } from '@/hub/db/open'
import { silentLog } from '@/hub/log'
import { tables } from '@/hub/move/tables'
import { createDevice, manyEvents } from './hub/deliver'
import { assetOf, findingOf } from './hub/examples'
import { createPostgres, type Postgres } from './hub/postgres'
import { startProcess, type HubProcess } from './hub/process'

const run = promisify(execFile)

describe('a hub on an embedded folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leadside-move-'))
  let postgres: Postgres
  let hub: HubProcess
  const device = createDevice(() => hub.url)
  const events = manyEvents(600, Date.now())
  let sender: { id: string; secret: string }

  beforeAll(async () => {
    postgres = await createPostgres()
    hub = await startProcess({ LEADSIDE_DATA: folder })
    await device.join(hub.invite ?? '')
    for (const from of [0, 300]) await device.append(events.slice(from, from + 300))
    await device.call('POST', '/v1/assets', { items: [{ base: 0, asset: assetOf('guide', { title: 'Überblick “Preise”' }) }] })
    await device.call('PUT', '/v1/documents/f', { base: 0, document: findingOf('f') })
    sender = (await device.call('POST', '/v1/senders', { id: '01890000-0000-7000-8000-000000000001', name: 'Website' })).body as typeof sender
  }, 120_000)
  afterAll(async () => {
    await hub.kill('SIGKILL')
    postgres.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  const move = (to: string) => run(process.execPath, ['--import', './hub/alias.mjs', 'hub/main.ts', 'move', '--to', to], { env: { PATH: process.env.PATH, LEADSIDE_DATA: folder } })
  const answers = async () => {
    const paths = ['/v1/me', '/v1/assets', '/v1/documents', '/v1/summary?by=campaign', '/v1/senders', '/v1/assets/search?q=preise']
    const bodies: unknown[] = [(await device.allIds()).sort()]
    for (const path of paths) bodies.push({ ...(await device.call('GET', path)).body as object, asOf: 0 })
    return bodies
  }
  let before: unknown[]

  it('names every table there is', async () => {
    const { db, close } = openPostgres(postgres.url('tables'), silentLog, 1)
    await migrate(db)
    const found = await rows(db, sql<{ name: string }>`select tablename as name from pg_tables where schemaname = current_schema()`)
    await close()
    expect([...tables, 'schema_step'].sort()).toEqual(found.map(({ name }) => name).sort())
  })

  it('is not moved while it runs', async () => {
    before = await answers()
    await expect(move(postgres.url('moved'))).rejects.toMatchObject({ stderr: expect.stringContaining(`process ${hub.pid} on`) as string })
    await hub.kill('SIGTERM')
  })

  it('is not moved over anything', async () => {
    const { db, close } = openPostgres(postgres.url('taken'), silentLog, 1)
    await sql`create table customers (id int)`.execute(db)
    await close()
    await expect(move(postgres.url('taken'))).rejects.toMatchObject({ stderr: expect.stringContaining('The target is not empty: customers') as string })
    await expect(move('mysql://x')).rejects.toMatchObject({ stderr: expect.stringContaining('Say where to') as string })
  })

  it('moves to PostgreSQL with one command: same tokens, same answers, same secrets', async () => {
    const { stdout } = await move(postgres.url('moved'))
    expect(stdout).toContain('event: 600')
    expect(stdout).toContain('Moved; both sides hold the same.')
    await expect(move(postgres.url('moved'))).rejects.toMatchObject({ stderr: expect.stringContaining('The target is not empty') as string })
    const key = readFileSync(join(folder, 'hub.key'), 'utf8')
    expect(stdout).not.toContain(key)
    hub = await startProcess({ DATABASE_URL: postgres.url('moved'), LEADSIDE_KEY: key })
    expect(hub.invite).toBeUndefined()
    expect(await answers()).toEqual(before)
    expect(await device.append(manyEvents(10, Date.now()))).toHaveLength(10)
    expect((await device.allIds())).toHaveLength(610)
    const { status } = await device.call('POST', `/v1/senders/${sender.id}/rotate`)
    expect(status).toBe(200)
    await hub.kill('SIGTERM')
  }, 120_000)

  it('comes back from a dump of PostgreSQL', async () => {
    const file = join(postgres.folder, 'hub.dump')
    postgres.run('pg_dump', '-Fc', '-f', file, 'moved')
    const restored = postgres.url('restored')
    postgres.run('pg_restore', '-d', 'restored', '--no-owner', file)
    hub = await startProcess({ DATABASE_URL: restored, LEADSIDE_KEY: readFileSync(join(folder, 'hub.key'), 'utf8') })
    expect(await device.allIds()).toHaveLength(610)
    await hub.kill('SIGTERM')
  }, 120_000)

  it('comes back from a copy of its folder, and had stayed as it was', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'leadside-copy-'))
    cpSync(folder, copy, { recursive: true })
    hub = await startProcess({ LEADSIDE_DATA: copy })
    expect(await answers()).toEqual(before)
    await hub.kill('SIGTERM')
    rmSync(copy, { recursive: true, force: true })
  }, 120_000)
})
