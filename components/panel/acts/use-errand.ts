import { useState } from 'react'
import { toErrorInfo, type ErrorInfo } from '@/lib/domain/errors'

/** Something a click asks of the background that leaves no trace here: only that it failed is said. */
export function useErrand(ask: () => Promise<unknown>): { run: () => void; error: ErrorInfo | undefined } {
  const [error, setError] = useState<ErrorInfo>()
  return {
    run() {
      setError(undefined)
      ask().catch((thrown: unknown) => setError(toErrorInfo(thrown)))
    },
    error,
  }
}
