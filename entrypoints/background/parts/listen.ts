import { browser } from 'wxt/browser'
import { createRateCap } from '@/lib/bus/rate-cap'
import { serve } from '@/lib/bus/server'
import { detectCrm } from '@/lib/pages/detect'
import type { Services } from '../compose'
import { actHandlers } from '../handlers/acts'
import { careHandlers } from '../handlers/care'
import { behindConsent } from '../handlers/consent-gate'
import { deskHandlers } from '../handlers/desk'
import { handOverHandlers } from '../handlers/hand-overs'
import { libraryHandlers } from '../handlers/library'
import { loaderHandlers } from '../handlers/loader'
import { panelHandlers } from '../handlers/panel'
import { playbookHandlers } from '../handlers/playbook'
import { hubAdministrationHandlers } from '../handlers/hub-administration'
import { hubOwnerHandlers } from '../handlers/hub-owner'
import { teamHandlers } from '../handlers/team'
import { nameHandlers } from '../handlers/names'
import { reviewHandlers } from '../handlers/review'
import { sourceHandlers } from '../handlers/sources'
import { deferred } from './deferred'
import { signals } from '@/lib/platform/signals'

/** Serves the protocol from the first turn on; a message that comes before everything is built waits for it. */
export function listen(services: Promise<Services>): void {
  const handlers = services.then((built) => behindConsent(
    { ...loaderHandlers(built), ...panelHandlers(built), ...teamHandlers(built), ...hubOwnerHandlers(built), ...hubAdministrationHandlers(built), ...actHandlers(built), ...deskHandlers(built), ...libraryHandlers(built), ...sourceHandlers(built), ...playbookHandlers(built), ...careHandlers(built), ...reviewHandlers(built), ...handOverHandlers(built), ...nameHandlers(built) }, built.consent,
  ))
  serve(deferred(handlers), {
    own: { id: browser.runtime.id, base: browser.runtime.getURL('/'), isCrmPage: (url) => detectCrm(url) !== undefined },
    onMessage: browser.runtime.onMessage,
    frames: {
      spend: async (ticket, frame) => (await services).frames.spend(ticket, frame),
      isBound: async (frame) => (await services).frames.isBound(frame),
    },
    tellLoader: (tabId, signal) => signals.toLoader(tabId, { leadside: 1, signal }),
    rate: createRateCap(() => Date.now(), 400, 100),
    onBug: (name, thrown) => void services.then(({ app }) => app.warnings.raise({ id: `bug:${name}`, kind: 'storage-broken', detail: String(thrown) }, Date.now())).catch(() => undefined),
  })
}
