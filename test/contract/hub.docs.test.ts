import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseConfig, variableNames } from '@/hub/config'
import { silentLog } from '@/hub/log'
import { startHub, type RunningHub } from '@/hub/start'
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

  it('has curl examples that work as printed, the one for senders with what the one for owners gives', async () => {
    const [owners = '', senders = ''] = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, example]) => example)
    const run = async (example: string, given: Record<string, string>) => {
      const { stdout } = await promisify(execFile)('sh', ['-c', example], { env: { ...process.env, HUB: hub.url, ...given } })
      return stdout.trim().split('\n').map((line) => JSON.parse(line) as { id: string; secret: string; url: string; items: { act: string }[] })
    }
    const [sender, feed, people, audit] = await run(owners, { CODE: hub.invite?.split('#')[1] ?? '' })
    expect((await fetch(feed?.url ?? '')).status).toBe(200)
    expect([people?.items.length, audit?.items.map(({ act }) => act)]).toEqual([1, ['joined-owner', 'sender-added', 'feed-added', 'people-read']])
    expect(await run(senders, { SENDER: sender?.id ?? '', SECRET: sender?.secret ?? '' })).toEqual([{ outcomes: [{ id: 'form-1', status: 'accepted' }] }])
  })

  it('names every variable the hub reads, and the hub names one it cannot use', () => {
    for (const name of variableNames) expect(page).toContain(`\`${name}\``)
    expect(() => parseConfig({ DATABASE_URL: 'mysql://x' })).toThrow('DATABASE_URL')
    expect(() => parseConfig({ LEADSIDE_URL: 'ftp://x' })).toThrow('LEADSIDE_URL')
    expect(() => parseConfig({ LEADSIDE_KEY: 'short' })).toThrow('LEADSIDE_KEY')
    expect(() => parseConfig({ LEADSIDE_HUBSPOT_CLIENT_ID: 'half-of-it' })).toThrow('LEADSIDE_HUBSPOT_CLIENT_SECRET')
  })
})
