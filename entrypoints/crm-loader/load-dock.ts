import type { createDock } from '../crm-dock/dock'
import type { Api } from './api'

export type CreateDock = typeof createDock

/** Where the imported file leaves its maker: a global of the extension's own world, which the page cannot see. */
export interface DockHolder { leadsideDock?: CreateDock }

/** The dock's code, fetched once and only where there is a record. */
export async function loadDock(api: Api): Promise<CreateDock | undefined> {
  const holder = globalThis as DockHolder
  if (!holder.leadsideDock) await import(/* @vite-ignore */ api.url('/crm-dock.js')).catch(() => undefined)
  return holder.leadsideDock
}
