import { labelOf, say } from '../sentence'
import { silent, type Signal } from './signal'

/**
 * Made for where the person stands, and for the step after it: an asset for both moves them on, one for the next alone asks a little much,
 * one for later or earlier stages only is out of place.
 */
export const stageSignal: Signal = {
  name: 'stage',
  weight: 0.45,
  prepare({ profile, playbook }) {
    const at = playbook.stages.findIndex(({ id }) => id === profile.stage)
    const [here, next] = [playbook.stages[at], playbook.stages[at + 1]]
    if (!here) return silent
    const read = (stages: readonly string[]) => {
      if (stages.length === 0) return 0
      const [now, then] = [stages.includes(here.id), next !== undefined && stages.includes(next.id)]
      if (now) return then || !next ? 1 : 0.7
      return then ? 0.3 : -0.6
    }
    return {
      value: ({ stages }) => read(stages),
      explain({ stages }) {
        const value = read(stages)
        if (value < 0) return { misfit: say('suggest.not_stage', labelOf('stage', here)) }
        if (value === 0) return {}
        return { why: next && value !== 0.7 ? say('suggest.moves_on', labelOf('stage', next)) : say('suggest.stage', labelOf('stage', here)) }
      },
    }
  },
}
