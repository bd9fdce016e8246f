import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { codeOf } from './open'

const holder = z.object({ pid: z.number(), host: z.string(), since: z.string() })
type Holder = z.infer<typeof holder>

/**
 * Keeps a second hub off an embedded database: the engine itself would let both write and lose rows. A lock left behind by a
 * process of this machine that is gone is taken over.
 * @returns what gives the folder back
 * @throws Error that names the holder
 */
export function lockFolder(folder: string, now: number): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'hub.lock')
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), since: new Date(now).toISOString() })
  if (!create(file, mine)) {
    const found = read(file)
    if (found && !isGone(found)) throw new Error(heldBy(folder, found))
    // Renaming is atomic: of two that find the same dead lock, one moves it away and the other finds nothing.
    const aside = `${file}.${randomUUID()}`
    renameSync(file, aside)
    rmSync(aside)
    if (!create(file, mine)) throw new Error(heldBy(folder, read(file)))
  }
  return () => { if (readFileSync(file, 'utf8') === mine) rmSync(file) }
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

/** Only of this machine can it be known. */
function isGone({ pid, host }: Holder): boolean {
  if (host !== hostname()) return false
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
