import { browser } from 'wxt/browser'
import type { AppDeps } from '@/lib/app/deps'
import { redact } from '@/lib/domain/redact'
import { capabilities } from '@/lib/platform/capabilities'

/** What helps to find a fault, without tokens, people, record ids or addresses. */
export function createDiagnostics(app: AppDeps) {
  return async (): Promise<{ text: string }> => {
    const [outbox, open, warnings, connections, assets] = await Promise.all([
      app.outbox.summary(), app.outbox.open(), app.warnings.all(), app.connectors.connections(), app.assets.all(),
    ])
    const facts = {
      version: browser.runtime.getManifest().version, browser: capabilities().name, userAgent: navigator.userAgent, outbox,
      waiting: open.map(({ task, state, attempts, error }) => ({ task, state, attempts, error })), warnings,
      connections: connections.map(({ crm }) => crm), assets: assets.length,
    }
    return { text: redact(JSON.stringify(facts, null, 2)) }
  }
}
