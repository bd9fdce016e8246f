import type { createDock } from '../crm-dock/dock'
import { dockUrl } from './api'

/** Where the imported file leaves its maker: a global of the extension's own world, which the page cannot see. */
export interface DockHolder { leadsideDock?: typeof createDock }

/** The dock's code, fetched once and only where there is a record. */
export async function loadDock(): Promise<typeof createDock | undefined> {
  const holder = globalThis as DockHolder
  if (!holder.leadsideDock) await import(/* @vite-ignore */ dockUrl()).catch(() => undefined)
  return holder.leadsideDock
}
