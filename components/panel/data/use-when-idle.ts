import { useEffect } from 'react'

const latest = 2000

/** Fetches parts one after the other while the browser has nothing better to do. */
export function useWhenIdle(parts: readonly { fetch: () => Promise<unknown> }[]): void {
  useEffect(() => {
    if (parts.length === 0) return
    let stopped = false
    const run = async () => {
      for (const part of parts) if (!stopped) await part.fetch().catch(() => undefined)
    }
    const idle = 'requestIdleCallback' in window
    const handle = idle ? window.requestIdleCallback(() => void run(), { timeout: latest }) : window.setTimeout(() => void run(), latest)
    return () => {
      stopped = true
      if (idle) window.cancelIdleCallback(handle)
      else window.clearTimeout(handle)
    }
  }, [parts])
}
