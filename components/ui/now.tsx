import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'

const NowContext = createContext(0)

/** One clock for everything on the screen that says how long ago; it moves every `every` milliseconds. */
export function NowProvider({ clock, every = 30_000, children }: { clock: () => number; every?: number; children: ReactNode }) {
  const [now, setNow] = useState(clock)
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), every)
    return () => clearInterval(timer)
  }, [clock, every])
  return <NowContext value={now}>{children}</NowContext>
}

/** Epoch milliseconds, at most half a minute old. */
export function useNow(): number {
  return useContext(NowContext)
}
