import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { PGlite } from '@electric-sql/pglite'
import { overPglite, type OpenDatabase } from '@/hub/db/open'

const cache = join(process.cwd(), '.cache', 'hub')

/** A fresh embedded database in memory. Preparing one takes seconds, so an empty one of this release is kept and copied. */
export async function freshPglite(): Promise<OpenDatabase> {
  const { version } = JSON.parse(readFileSync(join(process.cwd(), 'node_modules/@electric-sql/pglite/package.json'), 'utf8')) as { version: string }
  const kept = join(cache, `pglite-${version}.tar`)
  if (existsSync(kept)) return overPglite(await PGlite.create({ loadDataDir: new Blob([readFileSync(kept)]) }))
  const engine = await PGlite.create()
  const dump = await engine.dumpDataDir('none')
  mkdirSync(cache, { recursive: true })
  writeFileSync(`${kept}.${process.pid}`, Buffer.from(await dump.arrayBuffer()))
  renameSync(`${kept}.${process.pid}`, kept)
  return overPglite(engine)
}
