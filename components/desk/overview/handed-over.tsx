import { memo } from 'react'
import { Problem } from '../data/problem'
import { Outcomes } from '../hand-overs/outcomes'
import { Coverage } from './coverage'
import type { HandedOverState } from './use-handed-over'

/** What was handed over: how much of it was judged, and what became of it. `brief` leaves out the groups, for paper. */
export const HandedOver = memo(function HandedOver({ of: { figures, hasRule, openings, error, refetch }, brief = false }: { of: HandedOverState; brief?: boolean }) {
  return <>
    <Problem of={error} retry={refetch} />
    {(figures || hasRule === false) && <Coverage figures={figures} openings={openings} />}
    {figures && figures.leads.length > 0 && <Outcomes figures={figures} brief={brief} />}
  </>
})
