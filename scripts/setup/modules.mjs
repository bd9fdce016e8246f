import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bin, cache, root } from './paths.mjs'

/** Installs exactly what the lockfile says, once per lockfile, and generates the framework's types. */
export function ensureModules() {
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex')
  const stamp = join(cache, 'installed')
  const fresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === lock && existsSync(bin('wxt'))
  if (!fresh) {
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { stdio: 'inherit', cwd: root })
    mkdirSync(cache, { recursive: true })
    writeFileSync(stamp, lock)
  }
  if (!fresh || !existsSync(join(root, '.wxt', 'tsconfig.json'))) {
    execFileSync(bin('wxt'), ['prepare'], { stdio: ['ignore', 'ignore', 'inherit'], cwd: root })
  }
}
