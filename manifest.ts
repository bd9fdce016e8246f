import { readFileSync } from 'node:fs'
import { hubspotPages, optionalPages, pageGlobs, salesforcePages } from './lib/pages/match-patterns.ts'

const { homepage } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')) as { homepage?: string }

/** What the extension asks for, per browser. `docs/admin.md` gives the reason for each line; `test/rules` holds the allow-list. */

const apiHosts = ['https://*.my.salesforce.com/*', 'https://api.hubapi.com/*']

const contentSecurityPolicy = [
  "script-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-src 'none'", "form-action 'none'",
  "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
].join('; ')

/** The development public key keeps the extension's id, and with it the sign-in redirect address, the same on every machine. */
const chromiumKey = process.env['LEADSIDE_EXTENSION_KEY']

export function manifestFor(browser: string) {
  const firefox = browser === 'firefox'
  return {
    name: '__MSG_app_name__',
    description: '__MSG_app_description__',
    default_locale: 'en',
    ...(homepage ? { homepage_url: homepage } : {}),
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'identity', 'clipboardWrite', ...(firefox ? [] : ['sidePanel'])],
    optional_permissions: ['cookies', 'scripting'],
    host_permissions: [...new Set([...salesforcePages, ...hubspotPages, ...apiHosts])],
    optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    action: { default_title: '__MSG_app_action__' },
    commands: { 'toggle-panel': { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_app_command__' } },
    content_security_policy: { extension_pages: contentSecurityPolicy },
    web_accessible_resources: [
      { resources: ['sidepanel.html', 'crm-dock.js'], matches: [...salesforcePages, ...hubspotPages, ...optionalPages], ...(firefox ? {} : { use_dynamic_url: true }) },
    ],
    content_scripts: [
      { matches: [...salesforcePages, ...hubspotPages], include_globs: pageGlobs, js: ['crm-loader.js'], run_at: 'document_idle' as const },
    ],
    incognito: firefox ? 'not_allowed' : 'split',
    ...(firefox ? firefoxOnly : chromiumOnly()),
  }
}

const firefoxOnly = {
  browser_specific_settings: {
    gecko: {
      id: 'leadside@leadside.example',
      strict_min_version: '147.0',
      data_collection_permissions: {
        required: ['authenticationInfo', 'personallyIdentifyingInfo', 'websiteContent', 'websiteActivity'],
      },
    },
  },
}

function chromiumOnly() {
  return {
    minimum_chrome_version: '120',
    storage: { managed_schema: 'managed-schema.json' },
    ...(chromiumKey ? { key: chromiumKey } : {}),
  }
}
