import { browser } from 'wxt/browser'

const everyMs = 20_000
/** Work that takes longer than this hangs. */
const longestMs = 5 * 60_000

/**
 * Lets the background live until the work is done. Chromium ends one that for 30 seconds got no event and called nothing of an extension's API, whatever else it
 * does (developer.chrome.com, service worker lifecycle).
 */
export function stayAwake(work: Promise<unknown>): void {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo().catch(() => undefined), everyMs)
  const tooLong = setTimeout(() => clearInterval(timer), longestMs)
  const stop = () => {
    clearInterval(timer)
    clearTimeout(tooLong)
  }
  work.then(stop, stop)
}
