import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import process from 'node:process'

const home = '/usr/lib/postgresql'

/** PostgreSQL's programs for the hub's tests, which start a private one: Debian's package where it is missing. Elsewhere it has to be on the path. */
export function ensurePostgres() {
  if (existsSync(home) && readdirSync(home).length > 0) return
  if (!existsSync('/etc/debian_version')) return
  console.log('No PostgreSQL found; installing it …')
  const sudo = process.getuid?.() === 0 ? [] : ['sudo']
  const apt = (...args) => execFileSync([...sudo, 'apt-get'][0], [...sudo, 'apt-get', ...args].slice(1), { stdio: 'inherit' })
  apt('update', '-qq')
  apt('install', '-y', '-qq', '--no-install-recommends', 'postgresql')
}
