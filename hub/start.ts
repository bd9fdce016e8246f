import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { createApp } from './app'
import { toHubConfig, type StartConfig } from './config'
import { lockFolder } from './db/folder-lock'
import { migrate } from './db/migrate'
import { codeOf, openPglite, openPostgres, type OpenDatabase } from './db/open'
import type { HubDeps } from './deps'
import type { Log } from './log'
import { createLater } from './later'
import { ownerInvite } from './people/bootstrap'
import { applyRetention } from './privacy/retention'
import { keyOfFolder } from './secrets/key-file'
import { createSealer } from './secrets/seal'
import { createProvider } from './sign-in/provider'

export interface RunningHub {
  url: string
  engine: OpenDatabase['engine']
  /** A one-time link for the first owner, while there is none. */
  invite: string | undefined
  /** Takes no new requests, finishes those under way (a client that never ends its own is given up) and what they left to do, and gives the database back. */
  stop(): Promise<void>
}

const retentionEveryMs = 3_600_000
/** Longer than HubSpot is waited for; balancers and containers give up after thirty seconds. */
const patienceMs = 20_000
const idleEveryMs = 50

export async function startHub(config: StartConfig, log: Log, now: () => number = Date.now): Promise<RunningHub> {
  const { database, unlock } = await open(config, log, now)
  const { newer } = await migrate(database.db)
  if (newer.length > 0) log.warn('the schema is newer than this release', { steps: newer.join(' ') })
  // Longer than balancers keep idle connections, so that it is they who close them.
  const server = createServer({ keepAliveTimeout: 75_000 })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(config.port, config.host, resolve))
  const listening = `http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${(server.address() as AddressInfo).port}`
  const { later, settled } = createLater(log)
  const deps: HubDeps = {
    db: database.db, log, now, random: (count) => randomBytes(count), config: toHubConfig(config, listening), later,
    sealer: createSealer(keysOf(config)), fetch: (input, init) => fetch(input, init),
  }
  if (deps.config.oidc) deps.signIn = createProvider(deps, deps.config.oidc)
  server.on('request', (request, response) => void answer(request, response))
  const answer = getRequestListener(createApp(deps).fetch)
  const sweep = setInterval(() => void applyRetention(deps).catch((error: unknown) => log.warn('retention failed', { code: codeOf(error) })), retentionEveryMs)
  return {
    url: deps.config.url,
    engine: database.engine,
    invite: await ownerInvite(deps),
    async stop() {
      clearInterval(sweep)
      // One that was busy stays open after its answer, for the next request nobody takes any more.
      const idle = setInterval(() => server.closeIdleConnections(), idleEveryMs)
      const impatient = setTimeout(() => server.closeAllConnections(), patienceMs)
      await new Promise<void>((resolve) => { server.close(() => resolve()); server.closeIdleConnections() })
      clearInterval(idle)
      clearTimeout(impatient)
      await settled()
      await database.close()
      unlock()
    },
  }
}

/** The embedded database brings its key along; who runs PostgreSQL keeps it apart from the data. */
function keysOf({ keys, databaseUrl, data }: StartConfig): readonly string[] {
  return keys.length > 0 || databaseUrl !== undefined ? keys : [keyOfFolder(data)]
}

async function open(config: StartConfig, log: Log, now: () => number): Promise<{ database: OpenDatabase; unlock: () => void }> {
  if (config.databaseUrl !== undefined) return { database: openPostgres(config.databaseUrl, log), unlock: () => undefined }
  const unlock = lockFolder(config.data, now())
  try {
    return { database: await openPglite(join(config.data, 'db')), unlock }
  } catch (error) {
    unlock()
    throw error
  }
}
