import type { ServedName, Handlers } from '@/lib/bus/server'
import type { panelMessages } from '@/lib/bus/protocol/panel'
import { reasonsByUse } from '@/lib/domain/reasons'
import { recordKey } from '@/lib/domain/record-ref'
import { dismissSuggestion, requestAsset } from '@/lib/app/ask-marketing'
import { noteUse } from '@/lib/app/handy-assets'
import { searchAssets } from '@/lib/app/search-assets'
import { AppError } from '@/lib/domain/errors'
import type { Services } from '../compose'
import type { ActName } from './acts'

type PanelHandlers = Omit<Pick<Handlers, keyof typeof panelMessages & ServedName>, ActName>

/** What a panel asks for: each message to its use case. */
export function panelHandlers({ app, reader, sends, today, context, panels, desk, check, lessons }: Services): PanelHandlers {
  return {
    'panel.hello': (_, caller) => context.of(caller),
    'panel.context': (_, caller) => context.of(caller),
    'panel.painted': async ({ key }, caller) => (panels.painted(caller, key), null),
    'panel.aim': async (_, caller) => {
      if (caller.kind === 'framed') void check.frameIsClear(caller.tabId)
      return null
    },
    'panel.close': async (_, caller) => (panels.close(caller), null),
    'desk.open': async ({ page }) => (await desk.open(page), null),

    'record.cached': ({ ref }) => reader.cached(ref),
    'record.fresh': ({ ref, force }) => reader.fresh(ref, force),
    'record.touches': ({ ref, storyKey }) => reader.touches(ref, storyKey),
    'record.go': async ({ ref }) => (await app.door.show(app.recordUrl(ref, await app.connectors.pageHost(ref.crm, ref.org))), null),
    'today.list': () => today.list(),
    'notice.dismiss': async ({ id }) => (await app.marks.add('notice', [id], app.clock.now()), null),
    'playbook.get': async () => reasonsByUse((await app.playbooks.current()) ?? app.defaultPlaybook, await lessons.latelyUsed()),

    'library.search': (query) => searchAssets(app, query),
    'asset.get': async ({ assetId }) => {
      const asset = await app.assets.byId(assetId)
      if (!asset) throw new AppError('not-found')
      await noteUse(app, assetId)
      return asset
    },
    'asset.request': async (request) => (await requestAsset(app, reader, request), null),
    'suggestion.dismiss': async (request) => (await dismissSuggestion(app, reader, request), null),

    'send.prepare': async (request) => {
      await noteUse(app, request.assetId)
      return sends.prepare(request)
    },
    'delivery.retry': async ({ eventId }) => {
      const event = await app.ledger.byId(eventId)
      await app.outbox.release({ eventId }, app.clock.now())
      app.deliverSoon(app.clock.now())
      if (event) panels.changed(recordKey(event.ref))
      return null
    },
  }
}
