import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { hubspotPages, optionalPages, salesforcePages } from '@/lib/pages/match-patterns'
import { fileSize, firstChunk } from '../bench/bundle-size'
import { root } from './files'

const out = join('.cache', 'rules-build')
const targets = [['chrome', 'chrome-mv3'], ['firefox', 'firefox-mv3']] as const
const folder = (target: string) => join(root, out, target)

interface Manifest {
  permissions: string[]
  optional_permissions: string[]
  host_permissions: string[]
  optional_host_permissions: string[]
  content_scripts: { matches: string[]; js: string[]; css?: string[]; world?: string; all_frames?: boolean }[]
  web_accessible_resources: { resources: string[]; matches: string[]; use_dynamic_url?: boolean }[]
  content_security_policy: { extension_pages: string }
  incognito: string
  default_locale: string
}
const manifestOf = (target: string) => JSON.parse(readFileSync(join(folder(target), 'manifest.json'), 'utf8')) as Manifest & Record<string, unknown>
const filesOf = (path: string): string[] => readdirSync(path).flatMap((name) => (statSync(join(path, name)).isDirectory() ? filesOf(join(path, name)) : [join(path, name)]))

beforeAll(() => {
  for (const [browser] of targets) {
    execFileSync(join(root, 'node_modules/.bin/wxt'), ['build', '-b', browser, '--mv3'], { cwd: root, env: { ...process.env, NODE_ENV: 'production', LEADSIDE_OUT: out }, stdio: 'pipe' })
  }
}, 120_000)

/** Everything the extension may ask for. A new line here is a decision, recorded in docs/admin.md. */
const allowed = {
  permissions: ['alarms', 'clipboardWrite', 'identity', 'sidePanel', 'storage', 'unlimitedStorage'],
  optional: ['cookies', 'scripting'],
  hosts: ['https://*.hubspot.com/*', 'https://*.lightning.force.com/*', 'https://*.my.salesforce.com/*', 'https://api.hubapi.com/*'],
  optionalHosts: ['http://127.0.0.1/*', 'http://localhost/*', 'https://*/*'],
}

describe.each(targets)('the %s package', (browser, target) => {
  it('S01 S04 asks for what the allow-list names and nothing else', () => {
    const manifest = manifestOf(target)
    expect([...manifest.permissions].sort()).toEqual(allowed.permissions.filter((name) => browser === 'chrome' || name !== 'sidePanel'))
    expect([...manifest.optional_permissions].sort()).toEqual(allowed.optional)
    expect([...manifest.host_permissions].sort()).toEqual(allowed.hosts)
    expect([...manifest.optional_host_permissions].sort()).toEqual(allowed.optionalHosts)
  })

  it('S05 can be called by no page and no other extension', () => {
    expect(manifestOf(target)['externally_connectable']).toBeUndefined()
  })

  it('S06 shows pages of CRMs the panel and the dock only', () => {
    const [entry, ...more] = manifestOf(target).web_accessible_resources
    expect(more).toEqual([])
    expect(entry?.resources).toEqual(['sidepanel.html', 'crm-dock.js'])
    expect(entry?.matches).toEqual([...salesforcePages, ...hubspotPages, ...optionalPages])
    expect(entry?.use_dynamic_url).toBe(browser === 'chrome' ? true : undefined)
  })

  it('S08 has the content security policy it promises', () => {
    expect(manifestOf(target).content_security_policy.extension_pages).toBe(
      "script-src 'self'; object-src 'none'; base-uri 'none'; frame-src 'none'; form-action 'none'; connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
    )
  })

  it('S11 keeps private windows apart', () => {
    expect(manifestOf(target).incognito).toBe(browser === 'chrome' ? 'split' : 'not_allowed')
  })

  it('S29 runs one script, in its own world, in the top frame of CRM pages', () => {
    const scripts = manifestOf(target).content_scripts
    expect(scripts).toHaveLength(1)
    expect(scripts[0]).toMatchObject({ js: ['crm-loader.js'] })
    expect(scripts[0]?.world).toBeUndefined()
    expect(scripts[0]?.all_frames ?? false).toBe(false)
    expect(scripts[0]?.css ?? []).toEqual([])
  })

  it('S09 evaluates no text and loads no code from elsewhere', () => {
    const found = filesOf(folder(target)).filter((file) => file.endsWith('.js'))
      .filter((file) => /\beval\(|new Function\(|\bFunction\(["'`]|setTimeout\(\s*["'`]|import\(\s*["'`]https?:|<script[^>]+src=["']https?:/.test(readFileSync(file, 'utf8')))
    expect(found.map((file) => file.slice(root.length))).toEqual([])
  })

  it('S57 holds what it needs: no maps, secrets, fixtures or paths of a machine', () => {
    const files = filesOf(folder(target)).map((file) => file.slice(folder(target).length + 1))
    const kinds = /^(manifest\.json|managed-schema\.json|icon\.svg|icons\/\d+\.png|_locales\/\w+\/messages\.json|samples\/\w+\.json|(sidepanel|options|admin)\.html|[\w-]+\.js|(chunks|assets)\/[\w.-]+\.(js|css))$/
    expect(files.filter((file) => !kinds.test(file))).toEqual([])
    const machine = new RegExp(`${root.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}|sourceMappingURL|/node_modules/`)
    expect(files.filter((file) => /\.(js|html|json)$/.test(file) && machine.test(readFileSync(join(folder(target), file), 'utf8')))).toEqual([])
  })

  it('keeps the loader tiny and free of frameworks', () => {
    const loader = readFileSync(join(folder(target), 'crm-loader.js'), 'utf8')
    expect(fileSize(join(folder(target), 'crm-loader.js')).raw).toBeLessThanOrEqual(6 * 1024)
    for (const stranger of ['react', 'zod', 'Dexie', 'indexedDB', 'api.hubapi.com', '/services/data', 'postMessage', 'localStorage', 'fetch(']) expect(loader).not.toContain(stranger)
  })

  it('keeps the first chunks of panel and desk within their budgets', () => {
    expect(firstChunk(folder(target), 'sidepanel.html').raw).toBeLessThanOrEqual(450_000)
    expect(firstChunk(folder(target), 'options.html').raw).toBeLessThanOrEqual(600_000)
  })

  it('names every text of the manifest in the catalogue', () => {
    const manifest = JSON.stringify(manifestOf(target))
    const messages = JSON.parse(readFileSync(join(folder(target), '_locales/en/messages.json'), 'utf8')) as Record<string, unknown>
    const named = [...manifest.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key ?? '')
    expect(named.length).toBeGreaterThan(2)
    expect(named.filter((key) => !(key in messages))).toEqual([])
  })
})
