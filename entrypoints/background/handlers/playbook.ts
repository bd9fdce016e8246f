import type { Handlers } from '@/lib/bus/server'
import type { playbookMessages } from '@/lib/bus/protocol/playbook'
import { knownPromotions } from '@/lib/app/playbook/lines'
import { keptPromises } from '@/lib/app/playbook/promises'
import { tryClauses } from '@/lib/app/playbook/try-clauses'
import type { Services } from '../compose'

/** What the playbook page and promotions ask for. */
export function playbookHandlers({ app, playbookKeeper, lessons }: Services): Pick<Handlers, keyof typeof playbookMessages | 'promotion.known'> {
  return {
    'playbook.save': (playbook) => playbookKeeper.save(playbook),
    'playbook.versions': () => playbookKeeper.versions(),
    'playbook.version': ({ version }) => playbookKeeper.version(version),
    'playbook.unmapped': () => lessons.unmapped(),
    'playbook.try': ({ clauses }) => tryClauses(app, clauses),
    'playbook.predictions': () => lessons.predictions(),
    'playbook.reason-use': () => lessons.reasonUse(),
    'playbook.promises': () => keptPromises(app),
    'promotion.known': async ({ id }) => {
      await app.marks.add(knownPromotions, [id], app.clock.now())
      app.tell.settings()
      app.tell.today()
      return null
    },
  }
}
