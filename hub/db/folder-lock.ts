import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { codeOf } from './open'

const holder = z.object({ pid: z.number(), host: z.string(), since: z.string() })
type Holder = z.infer<typeof holder>

/** The holder shows that it lives by touching the lock. Of another machine, or another container, nothing else can be known. */
const beatMs = 20_000
const silentMs = 120_000

/**
 * Keeps a second hub off an embedded database: the engine itself would let both write and lose rows. A lock left behind by a
 * process of this machine that is gone, or of another one that has been silent for two minutes, is taken over.
 * @param now epoch milliseconds
 * @returns what gives the folder back
 * @throws Error that names the holder
 */
export function lockFolder(folder: string, now: number): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'hub.lock')
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), since: new Date(now).toISOString() })
  if (!create(file, mine)) {
    const found = read(file)
    if (found && !isGone(found, file, now)) throw new Error(heldBy(folder, found))
    // Renaming is atomic: of two that find the same dead lock, one moves it away and the other finds nothing.
    const aside = `${file}.${randomUUID()}`
    renameSync(file, aside)
    rmSync(aside)
    if (!create(file, mine)) throw new Error(heldBy(folder, read(file)))
  }
  const beat = setInterval(() => touch(file), beatMs).unref()
  return () => {
    clearInterval(beat)
    if (readFileSync(file, 'utf8') === mine) rmSync(file)
  }
}

function create(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function read(file: string): Holder | undefined {
  try {
    return z.parse(holder, JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}

function touch(file: string): void {
  const at = new Date()
  try {
    utimesSync(file, at, at)
  } catch {
    // Somebody deleted it; that they mean it is all that can be known.
  }
}

function isGone({ pid, host, since }: Holder, file: string, now: number): boolean {
  if (host !== hostname()) return now - statSync(file).mtimeMs > silentMs
  // In a container every hub has the same number: a lock older than this process is an earlier one's.
  if (pid === process.pid) return Date.parse(since) < now - process.uptime() * 1000
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return codeOf(error) === 'ESRCH'
  }
}

function heldBy(folder: string, found: Holder | undefined): string {
  const who = found ? `process ${found.pid} on ${found.host} since ${found.since}` : 'another process'
  return `The hub's folder ${folder} is in use by ${who}. Two hubs on one folder lose data: stop that one first, or use PostgreSQL (DATABASE_URL).`
}
