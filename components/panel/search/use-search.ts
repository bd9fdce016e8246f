import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Response } from '@/lib/bus/protocol'
import { toErrorInfo, type ErrorInfo } from '@/lib/domain/errors'
import { recordKey } from '@/lib/domain/record-ref'
import { useOnScreen } from '../data/record-context'
import { useScreen } from '../data/screen-store'
import { usePanel } from '../panel-context'

const limit = 30

export interface SearchState {
  /** Whether there is anything to look for. */
  on: boolean
  /** The newest answer, of an earlier query while the next is on its way. */
  found: Response<'library.search'> | undefined
  /** Whether `found` answers what stands in the box now. */
  settled: boolean
  error: ErrorInfo | undefined
  again: () => void
}

/** Hits for what is typed and filtered, asked anew at each change. */
export function useSearch(): SearchState {
  const { bus } = usePanel()
  const { ref } = useOnScreen()
  const query = useScreen((screen) => screen.query.trim())
  const kinds = useScreen((screen) => screen.searchKinds)
  const on = query !== '' || kinds.length > 0
  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: ['search', recordKey(ref), query, kinds],
    enabled: on,
    placeholderData: keepPreviousData,
    queryFn: () => bus.ask('library.search', { query, filters: kinds.length > 0 ? { kinds: [...kinds] } : {}, limit, ref }),
  })
  return { on, found: on ? data : undefined, settled: on && data !== undefined && !isPlaceholderData, error: error ? toErrorInfo(error) : undefined, again: () => void refetch() }
}
