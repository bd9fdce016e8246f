import { useEffect, useState } from 'react'
import { useOnScreen } from '../data/record-context'
import { useScreen } from '../data/screen-store'
import { usePanel } from '../panel-context'
import type { SearchState } from './use-search'

/** A rep who reads on for so long has seen that nothing fits. */
const pauseMs = 2_000
const shortest = 3

/** Counts a search without a fitting result once the rep pauses on it, and each query once while the panel is on this record. */
export function useMiss({ found, settled }: SearchState): void {
  const { bus } = usePanel()
  const { ref } = useOnScreen()
  const query = useScreen((screen) => screen.query.trim())
  const filtered = useScreen((screen) => screen.searchKinds.length > 0)
  const [told] = useState(() => new Set<string>())
  const inVain = settled && !filtered && found?.fitting === 0 && query.length >= shortest && !told.has(query.toLowerCase())
  useEffect(() => {
    if (!inVain) return
    const timer = setTimeout(() => {
      told.add(query.toLowerCase())
      void bus.ask('library.missed', { query: query.slice(0, 300), ref }).catch(() => undefined)
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [bus, inVain, query, ref, told])
}
