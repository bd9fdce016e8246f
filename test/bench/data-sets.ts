import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import process from 'node:process'

/** Folders to measure: `--data DIR` (a set, or a folder of sets), else those kept beside the project, else none. */
export function dataFolders(kind: 'search' | 'suggest', marker: string): string[] {
  const at = process.argv.indexOf('--data')
  const given = at >= 0 ? process.argv[at + 1] : undefined
  const folder = resolve(given ?? join('..', 'shared', 'eval', kind))
  if (existsSync(join(folder, marker))) return [folder]
  const inside = existsSync(folder) ? readdirSync(folder).sort().map((name) => join(folder, name)).filter((path) => existsSync(join(path, marker))) : []
  if (given && inside.length === 0) throw new Error(`No ${marker} in ${folder} or the folders in it`)
  return inside
}

export function setName(folder: string): string {
  return basename(folder)
}

export function readLines<T>(folder: string, file: string): T[] {
  return readFileSync(join(folder, file), 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as T)
}
