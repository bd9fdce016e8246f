import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { toErrorInfo, type ErrorInfo } from '@/lib/domain/errors'
import { usePanel } from '../panel-context'

/** "I know it": nothing more is said of the promotion on any lead; it stays where it can be read. */
export function useKnow(): { know: (id: string) => void; error: ErrorInfo | undefined } {
  const { bus } = usePanel()
  const client = useQueryClient()
  const [error, setError] = useState<ErrorInfo>()
  return {
    error,
    know: (id) => void bus.ask('promotion.known', { id }).then(
      () => Promise.all([client.invalidateQueries({ queryKey: ['record'] }), client.invalidateQueries({ queryKey: ['today'] })]),
      (thrown: unknown) => setError(toErrorInfo(thrown)),
    ),
  }
}
