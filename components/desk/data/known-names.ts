import { skipToken, useQuery, type QueryClient } from '@tanstack/react-query'
import type { NamedRecord } from '@/lib/domain/named-record'
import { recordKey } from '@/lib/domain/record-ref'

/** What records are called that nobody opened here and whose rows were looked at, by record key. */
export type KnownNames = ReadonlyMap<string, NamedRecord>

const queryKey = ['known-names']
const none: KnownNames = new Map()

/** Keeps the names a batch brought, so that lists search, sort and export what their rows show. */
export function keepNames(client: QueryClient, named: readonly NamedRecord[]): void {
  const told = named.filter(({ name }) => name !== undefined)
  if (told.length === 0) return
  client.setQueryData<KnownNames>(queryKey, (known = none) => new Map([...known, ...told.map((one) => [recordKey(one.ref), one] as const)]))
}

/** Forgets every name no row asks for any more. */
export function forgetNames(client: QueryClient): void {
  client.removeQueries({ queryKey: ['record.names'], type: 'inactive' })
  if (client.getQueryData(queryKey)) client.setQueryData(queryKey, none)
}

export function useKnownNames(): KnownNames {
  return useQuery<KnownNames>({ queryKey, queryFn: skipToken, gcTime: Infinity }).data ?? none
}
