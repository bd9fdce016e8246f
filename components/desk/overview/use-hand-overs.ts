import { useQuery } from '@tanstack/react-query'
import type { HandOverRow } from '@/lib/domain/hand-over'
import { useDesk } from '../desk-context'

const pageSize = 2_000

/** Every lead that was handed over; `undefined` where nobody has said what counts as handed over. */
export function useHandOvers() {
  const { bus } = useDesk()
  return useQuery<{ rows: HandOverRow[] | undefined; openings: 'here' | 'team' }>({
    queryKey: ['hand-overs.page'],
    structuralSharing: false,
    queryFn: async () => {
      const { connections, openings } = await bus.ask('hand-overs.state', {})
      if (!connections.some(({ rule }) => rule !== undefined)) return { rows: undefined, openings }
      const rows: HandOverRow[] = []
      for (let after: string | undefined, more = true; more; more = after !== undefined) {
        const page = await bus.ask('hand-overs.page', { after, limit: pageSize })
        for (const row of page.rows) rows.push(row)
        after = page.next
      }
      return { rows, openings }
    },
  })
}
