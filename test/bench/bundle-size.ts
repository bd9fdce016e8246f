import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

export interface Size { raw: number; gzip: number }

export function fileSize(file: string): Size {
  return { raw: statSync(file).size, gzip: gzipSync(readFileSync(file)).length }
}

/** A page's first chunk: its module scripts and what they import statically, without what is loaded later. */
export function firstChunk(folder: string, page: string): Size {
  const html = readFileSync(join(folder, page), 'utf8')
  const entries = [...html.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].flatMap(([, path]) => (path ? [path] : []))
  const seen = new Set<string>()
  const visit = (path: string): void => {
    const file = join(folder, path)
    if (seen.has(path) || !existsSync(file)) return
    seen.add(path)
    for (const [, from] of readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g)) if (from) visit(join(path, '..', from))
  }
  entries.forEach(visit)
  return [...seen].map((path) => fileSize(join(folder, path))).reduce((sum, size) => ({ raw: sum.raw + size.raw, gzip: sum.gzip + size.gzip }), { raw: 0, gzip: 0 })
}
