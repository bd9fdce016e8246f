import { defineUnlistedScript } from '#imports'
import type { DockHolder } from '../crm-loader/load-dock'
import { createDock } from './dock'

/** What record pages need beyond the loader; the loader imports it there and nowhere else. */
export default defineUnlistedScript(() => {
  ;(globalThis as DockHolder).leadsideDock = createDock
})
