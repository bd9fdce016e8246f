import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseConfig, variableNames } from '@/hub/config'
import { silentLog } from '@/hub/log'
import { startHub, type RunningHub } from '@/hub/start'
import { createDevice } from './hub/deliver'
import { createPostgres, type Postgres } from './hub/postgres'

const page = readFileSync(new URL('../../docs/hub.md', import.meta.url), 'utf8')

describe('the page on running a hub', () => {
  let postgres: Postgres
  let hub: RunningHub
  beforeAll(async () => {
    postgres = await createPostgres()
    hub = await startHub(parseConfig({ PORT: '0', DATABASE_URL: postgres.url('hub'), LEADSIDE_KEY: 'a-key-of-this-test-long-enough-for-it' }), silentLog)
  }, 120_000)
  afterAll(async () => {
    await hub.stop()
    postgres.remove()
  })

  it('has a curl example that works as printed', async () => {
    const device = createDevice(() => hub.url)
    await device.join(hub.invite ?? '')
    const { body } = await device.call('POST', '/v1/senders', { id: '01890000-0000-7000-8000-000000000001', name: 'Website' })
    const { id, secret } = body as { id: string; secret: string }
    const example = /```sh\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
    const { stdout } = await promisify(execFile)('sh', ['-c', example], { env: { ...process.env, HUB: hub.url, SENDER: id, SECRET: secret } })
    expect(JSON.parse(stdout)).toEqual({ outcomes: [{ id: 'form-1', status: 'accepted' }] })
  })

  it('names every variable the hub reads, and the hub names one it cannot use', () => {
    for (const name of variableNames) expect(page).toContain(`\`${name}\``)
    expect(() => parseConfig({ DATABASE_URL: 'mysql://x' })).toThrow('DATABASE_URL')
    expect(() => parseConfig({ LEADSIDE_URL: 'ftp://x' })).toThrow('LEADSIDE_URL')
    expect(() => parseConfig({ LEADSIDE_KEY: 'short' })).toThrow('LEADSIDE_KEY')
    expect(() => parseConfig({ LEADSIDE_HUBSPOT_CLIENT_ID: 'half-of-it' })).toThrow('LEADSIDE_HUBSPOT_CLIENT_SECRET')
  })
})
