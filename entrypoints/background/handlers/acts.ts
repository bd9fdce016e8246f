import { noteUse } from '@/lib/app/handy-assets'
import type { Handlers } from '@/lib/bus/server'
import type { Services } from '../compose'
import { standpointOf } from './standpoint'

export type ActName = 'verdict.give' | 'verdict.detail' | 'verdict.undo' | 'send.open' | 'send.outcome'

/** What has consequences: each goes past the guard, which refuses what was covered or has moved. */
export function actHandlers({ app, verdicts, sends, guard }: Services): Pick<Handlers, ActName> {
  return {
    'verdict.give': ({ ref, sight, eventId, verdict, supersedes }, caller) => (
      verdicts.give({ ref, eventId, verdict, supersedes }, guard(standpointOf(caller), ref, sight))
    ),
    'verdict.detail': async ({ ref, sight, eventId, verdictId, ...detail }, caller) => {
      await guard(standpointOf(caller), ref, sight)
      return verdicts.detail({ ref, eventId, verdictId, detail })
    },
    'verdict.undo': async ({ ref, sight, verdictId }, caller) => {
      await guard(standpointOf(caller), ref, sight)
      await verdicts.undo({ ref, verdictId })
      return null
    },
    'send.open': async ({ sight, ...request }, caller) => {
      await guard(standpointOf(caller), request.ref, sight)
      await noteUse(app, request.assetId)
      return sends.open(request)
    },
    'send.outcome': async ({ sight, ...request }, caller) => {
      await guard(standpointOf(caller), request.ref, sight)
      return sends.outcome(request)
    },
  }
}
