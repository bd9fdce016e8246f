import { defineUnlistedScript } from '#imports'
import { createApi, type Runtime } from './api'
import { loadDock } from './load-dock'
import { startLoader } from './loader'

/** Present in Firefox too. A page cannot hide it behind a named element, as it can `browser` where that is no global. */
declare const chrome: { runtime?: Runtime }

/**
 * The content script of CRM pages. Built as a bare script and named in the manifest by hand: the framework's content-script
 * context would more than double its size and announce itself to the page with an event.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as { leadsideLoader?: true }
  if (world.leadsideLoader === true) return
  world.leadsideLoader = true
  startLoader(createApi(() => chrome.runtime), loadDock)
})
