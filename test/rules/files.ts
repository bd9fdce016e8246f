import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'oxc-parser'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Files git knows or would take, relative to the root. */
export function projectFiles(...folders: string[]): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...folders], { cwd: root, encoding: 'utf8' })
  const deleted = new Set(execFileSync('git', ['ls-files', '--deleted'], { cwd: root, encoding: 'utf8' }).split('\n'))
  return [...new Set(listed.split('\n'))].filter((file) => file !== '' && !deleted.has(file)).sort()
}

export function sources(...folders: string[]): string[] {
  return projectFiles(...folders).filter((file) => /\.(ts|tsx)$/.test(file))
}

export function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

export interface ImportLine { from: string; typeOnly: boolean }

/** Static and dynamic imports and re-exports of a file, as written. */
export function importsOf(file: string): ImportLine[] {
  const { module } = parseSync(file, read(file))
  const fixed = module.staticImports.map((line) => ({
    from: line.moduleRequest.value,
    typeOnly: line.entries.length > 0 && line.entries.every((entry) => entry.isType),
  }))
  const again = module.staticExports.flatMap((line) => line.entries)
    .flatMap((entry) => (entry.moduleRequest ? [{ from: entry.moduleRequest.value, typeOnly: entry.isType }] : []))
  const lazy = [...read(file).matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)].flatMap(([, from]) => (from ? [{ from, typeOnly: false }] : []))
  return [...fixed, ...again, ...lazy]
}

/** The project path an import points to, without ending; undefined for packages. */
export function target(file: string, from: string): string | undefined {
  if (from.startsWith('@/')) return from.slice(2)
  if (!from.startsWith('.')) return undefined
  return join(file, '..', from).replace(/\.(ts|tsx|mjs)$/, '')
}
