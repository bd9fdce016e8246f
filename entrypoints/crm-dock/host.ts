import type { Api } from '../crm-loader/api'
import * as page from '../crm-loader/dom'
import { marker } from '../crm-loader/marker'
import { h } from './h'

const reattachments = 3
/** Over the page's dropdowns, under its modals and toasts. It has no size of its own. */
const position = 'all:initial!important;position:fixed!important;z-index:7500!important;top:0!important;left:0!important;width:0!important;height:0!important'

/**
 * The one element of ours in the page; everything else is in its closed shadow root. Where the page removes it, it is put back
 * three times (`returned`: frames in it start anew), then given up.
 */
export function createHost(api: Api, returned: () => void): { host: HTMLElement; root: ShadowRoot; attach(): void } {
  const host = h('div', { [marker]: '' })
  host.style.cssText = position
  const root = host.attachShadow({ mode: 'closed' })
  let left = reattachments
  const watch = new MutationObserver(() => {
    if (host.isConnected) return
    // A newer loader removed it and mounts its own, or our extension is gone.
    if (left === 0 || !api.isAlive() || page.all(`[${marker}]`).length > 0) return watch.disconnect()
    left -= 1
    page.root().append(host)
    returned()
  })
  return {
    host,
    root,
    attach() {
      if (host.isConnected || left < reattachments) return
      page.root().append(host)
      watch.observe(page.root(), { childList: true })
    },
  }
}
