import type { handOverMessages } from '@/lib/bus/protocol/hand-overs'
import type { Handlers } from '@/lib/bus/server'
import type { Services } from '../compose'

/** What counts as handed over and what became of it, each message to its use case. */
export function handOverHandlers({ handOvers }: Services): Pick<Handlers, keyof typeof handOverMessages> {
  return {
    'hand-overs.state': () => handOvers.state(),
    'hand-overs.choices': ({ crm, org }) => handOvers.choices(crm, org),
    'hand-overs.set-rule': ({ crm, org, rule }) => handOvers.setRule(crm, org, rule),
    'hand-overs.read': ({ crm, org }) => handOvers.read(crm, org),
    'hand-overs.page': ({ after, limit }) => handOvers.page(after, limit),
  }
}
