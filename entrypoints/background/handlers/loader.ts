import type { Handlers, ServedName } from '@/lib/bus/server'
import type { loaderMessages } from '@/lib/bus/protocol/loader'
import { AppError } from '@/lib/domain/errors'
import { orgKey, recordKey } from '@/lib/domain/record-ref'
import { capabilities } from '@/lib/platform/capabilities'
import type { Services } from '../compose'
import { dockTexts } from '../parts/dock-texts'

type LoaderHandlers = Pick<Handlers, keyof typeof loaderMessages & ServedName>

/** What the loader in a CRM page asks for. The record is read from the tab's address, never from the message. */
export function loaderHandlers({ panels, consent, places, frames, hosts, check, session }: Services): LoaderHandlers {
  return {
    'record.seen': async (_, caller) => {
      if (caller.kind !== 'loader') throw new AppError('untrusted')
      const ref = await panels.recordOf(caller)
      if (!ref || !(await consent.given())) return { known: false }
      await hosts.set(orgKey(ref), new URL(caller.url).hostname)
      await session.set(`crm:${caller.tabId}`, ref.crm)
      panels.moved(caller.tabId)
      return { known: true, key: recordKey(ref), place: (await places.get())[ref.crm], texts: dockTexts(), canOpenSidePanel: capabilities().canOpenSidePanel }
    },
    'record.left': async (_, caller) => {
      if (caller.kind === 'loader') panels.moved(caller.tabId)
      return null
    },
    'panel.ticket': async (_, caller) => {
      if (caller.kind !== 'loader') throw new AppError('untrusted')
      return { ticket: await frames.issue(caller.tabId) }
    },
    'dock.place': async (place, caller) => {
      const crm = caller.kind === 'loader' ? await session.get(`crm:${caller.tabId}`) : undefined
      if (crm === 'salesforce' || crm === 'hubspot') await places.set({ ...(await places.get()), [crm]: place })
      return null
    },
    'dock.seen': async ({ clear }, caller) => {
      if (caller.kind === 'loader') check.seen(caller.tabId, clear)
      return null
    },
  }
}
