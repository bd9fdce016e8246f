import { marker } from '../crm-loader/marker'

const reattachments = 3

/** One element in the page, everything of ours in its closed shadow root; put back at most three times when the page removes it. */
export function createHost(): { host: HTMLElement; root: ShadowRoot; attach(): void; detach(): void } {
  const host = document.createElement('div')
  host.setAttribute(marker, '')
  const root = host.attachShadow({ mode: 'closed' })
  let wanted = false
  let left = reattachments
  const watch = new MutationObserver(() => {
    if (wanted && !host.isConnected && left-- > 0) document.documentElement.append(host)
  })
  return {
    host, root,
    attach() {
      wanted = true
      host.style.cssText = 'all:initial!important;position:fixed!important;inset:0 0 auto auto!important;z-index:7500!important;width:0!important;height:0!important'
      if (!host.isConnected) document.documentElement.append(host)
      watch.observe(document.documentElement, { childList: true })
    },
    detach() {
      wanted = false
      watch.disconnect()
      host.remove()
    },
  }
}
