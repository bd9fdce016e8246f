import { startTransition, useEffect, useState } from 'react'

/** The value, a drawing later: what depends on it is counted after the page has shown the rest. */
export function useLater<T>(value: T, before: T): T {
  const [later, setLater] = useState(before)
  useEffect(() => startTransition(() => setLater(() => value)), [value])
  return later
}
