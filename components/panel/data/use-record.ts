import { useCallback, useRef } from 'react'
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { AppError, toErrorInfo, type ErrorInfo } from '@/lib/domain/errors'
import { recordKey, sameRecord, type RecordRef } from '@/lib/domain/record-ref'
import type { RecordView } from '@/lib/domain/view'
import { usePanel } from '../panel-context'

/** What is kept of a record: `null` where there is no local copy. */
export type Known = RecordView | null

export interface RecordState {
  /** Absent while even the local copy is on its way; `null` where there is none. */
  view: Known | undefined
  /** The read failed, and there is nothing or only an older copy to show. */
  error: ErrorInfo | undefined
  refreshing: boolean
  /** Reads the CRM now. */
  refresh: () => void
}

const recordQuery = (key: string) => ['record', key] as const
const minute = 60_000

/** The local copy first, then the CRM. An answer about another record is dropped, never shown. */
export function useRecord(ref: RecordRef): RecordState {
  const { bus } = usePanel()
  const client = useQueryClient()
  const key = recordKey(ref)
  const forced = useRef(false)

  const cached = useQuery({
    queryKey: recordQuery(key),
    queryFn: async () => later(client.getQueryData<Known>(recordQuery(key)), own(ref, await bus.ask('record.cached', { ref }))),
  })
  const fresh = useQuery({
    queryKey: ['fresh', key],
    enabled: cached.isFetched,
    staleTime: minute,
    refetchOnWindowFocus: true,
    queryFn: async () => {
      const force = forced.current
      forced.current = false
      const view = own(ref, await bus.ask('record.fresh', { ref, force }))
      client.setQueryData<Known>(recordQuery(key), (before) => later(before, view))
      return view?.readAt ?? null
    },
  })

  const { refetch } = fresh
  const refresh = useCallback(() => {
    forced.current = true
    void refetch()
  }, [refetch])

  const failed = fresh.error ?? (cached.data ? null : cached.error)
  return {
    view: cached.data ?? (cached.isFetched ? null : undefined),
    error: failed ? toErrorInfo(failed) : (cached.data?.problem ?? undefined),
    refreshing: fresh.isFetching,
    refresh,
  }
}

/** Changes the view at once after an act; the background's signal brings the exact one. */
export function updateRecord(client: QueryClient, ref: RecordRef, change: (view: RecordView) => RecordView): void {
  client.setQueryData<Known>(recordQuery(recordKey(ref)), (view) => (view ? change(view) : view))
}

function own(ref: RecordRef, view: Known): Known {
  if (view && !sameRecord(view.ref, ref)) throw new AppError('bug', { detail: 'the answer is about another record' })
  return view
}

/** A slow local read never takes a newer one off the screen. */
function later(before: Known | undefined, after: Known): Known {
  return before && (!after || after.readAt < before.readAt) ? before : after
}
