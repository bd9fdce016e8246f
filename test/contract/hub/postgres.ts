import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

/** A private PostgreSQL of this test run, in a folder of its own on a free port, without TCP beyond loopback. */
export interface Postgres {
  /** Address of a database in it, made on first mention, for its owner, who is no superuser. */
  url(database: string): string
  start(): void
  /** `immediate` leaves recovery to the next start. */
  stop(mode?: 'fast' | 'immediate'): void
  /** `kill -9` of the server and everything it started. */
  crash(): void
  remove(): void
  /** Runs one of PostgreSQL's programs against this server as the hub's user, for example `pg_dump`. */
  run(name: string, ...args: string[]): void
  /** A folder the server's user may write to. */
  folder: string
}

/** @param durable keep fsync on, for tests of crashes */
export async function createPostgres(options: { durable?: boolean } = {}): Promise<Postgres> {
  const bin = findPostgres()
  const folder = mkdtempSync(join(tmpdir(), 'leadside-pg-'))
  const user = process.getuid?.() === 0 ? 'postgres' : undefined
  if (user !== undefined) chownSync(folder, idOf('-u', user), idOf('-g', user))
  const run = (name: string, ...args: string[]): void => {
    const command = [join(bin, name), ...args]
    const [file = '', ...rest] = user === undefined ? command : ['runuser', '-u', user, '--', ...command]
    execFileSync(file, rest, { stdio: 'ignore', cwd: folder })
  }
  const port = await freePort()
  const data = join(folder, 'data')
  run('initdb', '-D', data, '-A', 'trust', '-U', 'leadside', '--no-sync', '-E', 'UTF8', '--no-locale')
  const settings = `-p ${port} -h 127.0.0.1 -k ${folder} ${options.durable ? '' : '-F'} -c max_connections=60`
  const start = () => run('pg_ctl', '-D', data, '-w', '-o', settings, '-l', join(folder, 'log'), 'start')
  start()
  const made = new Set<string>()
  const asAdmin = (name: string, ...args: string[]) => run(name, '-h', '127.0.0.1', '-p', String(port), '-U', 'leadside', ...args)
  // As the docs ask for: no superuser, whom row-level security would let through wherever the hub forgot to change its role.
  asAdmin('createuser', '--createrole', '--no-superuser', '--no-createdb', 'hub')
  return {
    url(database) {
      if (!made.has(database)) asAdmin('createdb', '-O', 'hub', database)
      made.add(database)
      return `postgres://hub@127.0.0.1:${port}/${database}`
    },
    start,
    folder,
    run: (name, ...args) => run(name, '-h', '127.0.0.1', '-p', String(port), '-U', 'hub', ...args),
    crash: () => killAll(Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])),
    stop: (mode = 'fast') => run('pg_ctl', '-D', data, '-w', '-m', mode, 'stop'),
    remove() {
      try { run('pg_ctl', '-D', data, '-w', '-m', 'immediate', 'stop') } catch { /* stopped already */ }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The server first, so that it starts nobody anew; then those whose parent it is. */
function killAll(pid: number): void {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((name) => parentOf(name) === pid).map(Number)
  for (const one of [pid, ...children]) {
    try { process.kill(one, 'SIGKILL') } catch { /* gone with the server */ }
  }
  // The next start refuses while one of them still holds the shared memory.
  while ([pid, ...children].some((one) => existsSync(`/proc/${one}`))) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
}

function parentOf(pid: string): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1])
  } catch {
    return undefined
  }
}

function findPostgres(): string {
  const home = '/usr/lib/postgresql'
  const versions = existsSync(home) ? readdirSync(home).toSorted((a, b) => Number(b) - Number(a)) : []
  const found = versions.map((version) => join(home, version, 'bin')).find((folder) => existsSync(join(folder, 'initdb')))
  if (found !== undefined) return found
  try {
    return execFileSync('pg_config', ['--bindir'], { encoding: 'utf8' }).trim()
  } catch {
    throw new Error('No PostgreSQL found. Run this through `npm test`, which installs it on Debian.')
  }
}

function idOf(which: '-u' | '-g', user: string): number {
  return Number(execFileSync('id', [which, user], { encoding: 'utf8' }))
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return port
}
