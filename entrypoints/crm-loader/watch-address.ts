interface Navigation extends EventTarget { addEventListener(type: string, heard: (event: Event & { destination?: { url: string } }) => void): void }

const settleMs = 80
const pollMs = 1_000

/**
 * Calls `leaving` in the very event that starts a navigation, with the address it goes to, and `settled` when the page's
 * address may have changed: after it committed, was cancelled, or at the next poll. A poll compares two strings.
 */
export function watchAddress({ leaving, settled, poll }: { leaving(url: string): void; settled(): void; poll(): void }): void {
  const navigation = (globalThis as { navigation?: Navigation }).navigation
  const soon = () => setTimeout(settled, settleMs)
  if (typeof navigation?.addEventListener === 'function') {
    navigation.addEventListener('navigate', (event) => {
      if (event.destination) leaving(event.destination.url)
      soon()
    })
    navigation.addEventListener('navigatesuccess', settled)
    navigation.addEventListener('navigateerror', soon)
  }
  addEventListener('popstate', settled)
  addEventListener('pageshow', (event) => event.persisted && settled())
  let last = location.href
  setInterval(() => {
    poll()
    if (location.href === last) return
    last = location.href
    settled()
  }, pollMs)
}
