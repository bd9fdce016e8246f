import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import process from 'node:process'
import { aptInstall, isDebian } from './debian.mjs'
import { bin, cache, root } from './paths.mjs'

const places = {
  chromium: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
  firefox: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
}
const debian = { chromium: 'chromium', firefox: 'firefox-esr' }

/**
 * Paths of real browsers that load an unpacked extension. `LEADSIDE_CHROMIUM` and `LEADSIDE_FIREFOX` win; then the usual
 * places; then Debian's packages; elsewhere the browsers' own download tools. Branded Chrome is none of them: it no longer
 * takes extensions from the command line.
 */
export function ensureBrowsers(names) {
  return Object.fromEntries(names.map((name) => [name, find(name) ?? install(name)]))
}

function find(name) {
  const set = process.env[`LEADSIDE_${name.toUpperCase()}`]
  return set ?? places[name].find((path) => existsSync(path))
}

function install(name) {
  console.log(`No ${name} found; installing it …`)
  if (isDebian()) {
    aptInstall(debian[name], 'fonts-liberation')
    return find(name)
  }
  if (name === 'chromium') {
    execFileSync(bin('playwright'), ['install', 'chromium'], { stdio: 'inherit', cwd: root })
    return ''
  }
  const said = execFileSync('npx', ['--yes', '@puppeteer/browsers', 'install', 'firefox@stable', '--path', cache], { cwd: root, encoding: 'utf8' })
  return said.trim().split(' ').slice(1).join(' ')
}
