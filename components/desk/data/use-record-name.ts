import { useQuery } from '@tanstack/react-query'
import type { NamedRecord } from '@/lib/domain/named-record'
import { recordKey, type RecordRef } from '@/lib/domain/record-ref'
import { useDesk } from '../desk-context'

/** Why there is no name may pass; a name stays. */
const lackStaysMs = 60_000

/** What a record that was never opened here is called, asked for when its row is looked at; `undefined` while not known or not asked. */
export function useRecordName(ref: RecordRef, ask: boolean): NamedRecord | undefined {
  const { nameOf } = useDesk()
  const { data } = useQuery({
    queryKey: ['record.names', recordKey(ref)], queryFn: () => nameOf(ref), enabled: ask,
    staleTime: ({ state }) => (state.data?.lack === undefined ? Infinity : lackStaysMs),
  })
  return data
}
