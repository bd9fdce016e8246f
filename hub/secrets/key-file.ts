import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../db/open'

/** The key of an embedded database, made on first use beside it. @returns what `LEADSIDE_KEY` would say */
export function keyOfFolder(folder: string): string {
  const file = join(folder, 'hub.key')
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}
