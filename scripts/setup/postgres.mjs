import { existsSync, readdirSync } from 'node:fs'
import { aptInstall, isDebian } from './debian.mjs'

const home = '/usr/lib/postgresql'

/** PostgreSQL's programs for the hub's tests, which start a private one: Debian's package where it is missing. Elsewhere it has to be on the path. */
export function ensurePostgres() {
  if ((existsSync(home) && readdirSync(home).length > 0) || !isDebian()) return
  console.log('No PostgreSQL found; installing it …')
  aptInstall('postgresql')
}
