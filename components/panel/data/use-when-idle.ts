import { useEffect, useState } from 'react'

const latest = 2000

/** Fetches parts one after the other while the browser has nothing better to do. */
export function useWhenIdle(parts: readonly { fetch: () => Promise<unknown> }[]): void {
  useEffect(() => {
    if (parts.length === 0) return
    let stopped = false
    const forget = onceIdle(async () => {
      for (const part of parts) if (!stopped) await part.fetch().catch(() => undefined)
    })
    return () => {
      stopped = true
      forget()
    }
  }, [parts])
}

/** Whether the browser has had nothing better to do since `begun`; once it had, it stays so. */
export function useIdle(begun: boolean): boolean {
  const [idle, setIdle] = useState(false)
  useEffect(() => (begun && !idle ? onceIdle(async () => setIdle(true)) : undefined), [begun, idle])
  return idle
}

function onceIdle(run: () => Promise<void>): () => void {
  if ('requestIdleCallback' in window) {
    const handle = window.requestIdleCallback(() => void run(), { timeout: latest })
    return () => window.cancelIdleCallback(handle)
  }
  const handle = setTimeout(() => void run(), latest)
  return () => clearTimeout(handle)
}
