import { defineUnlistedScript } from '#imports'
import { start } from './loader'

/**
 * The content script of CRM pages. Built as a bare script and named in the manifest by hand: the framework's content-script
 * context would more than double its size and announce itself to the page with an event.
 */
export default defineUnlistedScript(start)
