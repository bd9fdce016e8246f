import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { PGlite } from '@electric-sql/pglite'
import { overPglite, type OpenDatabase } from '@/hub/db/open'

const cache = join(process.cwd(), '.cache', 'hub')

/** A fresh embedded database in memory. */
export async function freshPglite(): Promise<OpenDatabase> {
  return overPglite(await PGlite.create({ loadDataDir: new Blob([readFileSync(await emptyPglite())]) }))
}

/** Where an empty embedded database of this release is kept, as a tar of its folder: preparing one takes seconds. */
export async function emptyPglite(): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(process.cwd(), 'node_modules/@electric-sql/pglite/package.json'), 'utf8')) as { version: string }
  const kept = join(cache, `pglite-${version}.tar`)
  if (existsSync(kept)) return kept
  const engine = await PGlite.create()
  const dump = await engine.dumpDataDir('none')
  await engine.close()
  mkdirSync(cache, { recursive: true })
  writeFileSync(`${kept}.${process.pid}`, Buffer.from(await dump.arrayBuffer()))
  renameSync(`${kept}.${process.pid}`, kept)
  return kept
}
