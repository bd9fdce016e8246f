import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { lockFolder } from '../db/folder-lock'
import { openPglite, openPostgres } from '../db/open'
import type { Log } from '../log'
import { moveHub } from './move'

/**
 * `move --to <DATABASE_URL>`: from the embedded database of a folder into an empty PostgreSQL, while no hub runs on the folder, which
 * stays as it is.
 * @throws Error that says what is wrong
 */
export async function moveCommand(args: readonly string[], { data, log, now, say }: { data: string; log: Log; now: number; say(line: string): void }): Promise<void> {
  const to = args[args.indexOf('--to') + 1]
  if (args.length !== 2 || args[0] !== '--to' || !to || !/^postgres(?:ql)?:\/\//.test(to)) throw new Error('Say where to: npm run hub -- move --to postgres://user:password@host/database')
  const folder = join(data, 'db')
  if (!existsSync(folder)) throw new Error(`There is no hub in ${data}. LEADSIDE_DATA names the folder.`)
  const unlock = lockFolder(data, now)
  try {
    const from = await openPglite(folder)
    const target = openPostgres(to, log, 2)
    try {
      for (const { table, rows } of await moveHub(from.db, target.db)) if (rows > 0) say(`${table}: ${rows}`)
    } finally {
      await target.close()
      await from.close()
    }
  } finally {
    unlock()
  }
  say(`Moved; both sides hold the same. From now on start the hub with DATABASE_URL, and with LEADSIDE_KEY set to what stands in ${join(data, 'hub.key')}.`)
}
