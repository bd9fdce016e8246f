import type * as z from 'zod/mini'
import { createBus, type Bus } from '@/lib/bus/client'
import { protocol, type MessageName, type Request, type Response } from '@/lib/bus/protocol'
import type { PanelContext, panelSignal } from '@/lib/bus/protocol/panel'
import type { ErrorInfo } from '@/lib/domain/errors'
import { AppError, toErrorInfo } from '@/lib/domain/errors'
import { recordKey, type RecordRef } from '@/lib/domain/record-ref'
import type { RecordView, SendView, VerdictView } from '@/lib/domain/view'
import { actor, assetsById, context, playbook, prepared, undoMs } from './panel-fixtures'

export type Answers = { [N in MessageName]?: (request: Request<N>) => Response<N> | Promise<Response<N>> }

export interface PanelBusOptions {
  now: () => number
  context?: Partial<PanelContext>
  /** What the background has of each record. */
  views?: RecordView[]
  /** Keys with a local copy before the first fresh read; all of them unless given. */
  cached?: string[]
  /** Ids of assets at hand. */
  favourites?: readonly string[]
  recent?: readonly string[]
  /** Replaces single answers; a thrown `AppError` arrives as its kind. */
  answers?: Answers
}

export interface PanelBus extends Bus {
  /** Every message asked, in order. */
  asked: { name: MessageName; payload: unknown }[]
  of<N extends MessageName>(name: N): Request<N>[]
  /** What the background would tell the panel. */
  signal(signal: z.infer<typeof panelSignal>['signal'], key?: string): void
  /** The tab now shows this. */
  goTo(context: Partial<PanelContext>): void
  view(ref: RecordRef): RecordView | undefined
  /** Takes the place of single answers from now on. */
  answer(answers: Answers): void
}

export const never = <T>() => new Promise<T>(() => undefined)
export const fail = (kind: ErrorInfo['kind'], options: { detail?: string; retryAt?: number } = {}) => (): never => {
  throw new AppError(kind, options)
}

/** A background in memory: it answers as the real one does, and requests and answers pass the real schemas. */
export function createPanelBus({ now, context: changed = {}, views = [], cached, favourites = [], recent = [], answers = {} }: PanelBusOptions): PanelBus {
  const asked: PanelBus['asked'] = []
  const listeners = new Set<(signal: unknown) => void>()
  const store = new Map(views.map((view) => [recordKey(view.ref), view]))
  const local = new Set(cached ?? store.keys())
  let where: PanelContext = { ...context, ...(views[0] ? { ref: views[0].ref } : {}), ...changed }
  const special = { ...answers }
  const handy = { favourites: [...favourites], recent: [...recent] }

  const expectView = (ref: RecordRef) => {
    const view = store.get(recordKey(ref))
    if (!view) throw new AppError('not-found')
    return view
  }
  const change = (ref: RecordRef, part: Partial<RecordView>) => store.set(recordKey(ref), { ...expectView(ref), ...part })

  function record(ref: RecordRef, given: VerdictView): VerdictView {
    const view = expectView(ref)
    const { id, at, verdict, reason, until, note, rep } = given.event
    change(ref, {
      verdicts: [given, ...view.verdicts],
      standing: { eventId: id, at, verdict, reason, until, note, by: rep.name },
      notices: view.verdicts.length === 0 ? [...view.notices, { id: 'first-verdict', kind: 'first-verdict', sentence: { id: 'ui.written', values: ['Your team and marketing see this verdict in the CRM. It measures leads, not reps.'] } }] : view.notices,
    })
    return given
  }
  function putSend(ref: RecordRef, send: SendView): SendView {
    change(ref, { sends: [send, ...expectView(ref).sends.filter(({ event }) => event.id !== send.event.id)] })
    return send
  }

  const toHit = (id: string) => ({ asset: assetsById[id] ?? fail('not-found')(), score: 0, terms: [] })
  const usual: Answers = {
    'panel.hello': () => where,
    'panel.context': () => where,
    'panel.painted': () => null,
    'panel.aim': () => null,
    'panel.close': () => null,
    'panel.open-side-panel': () => ({ opened: true }),
    'desk.open': () => null,
    'record.cached': ({ ref }) => (local.has(recordKey(ref)) ? expectView(ref) : null),
    'record.fresh': ({ ref }) => {
      local.add(recordKey(ref))
      return expectView(ref)
    },
    'record.touches': ({ ref, storyKey }) => expectView(ref).stories.find(({ key }) => key === storyKey)?.touches ?? [],
    'record.go': () => null,
    'team.look': () => null,
    'today.list': () => ({ items: [], promotions: [], asOf: now() }),
    'notice.dismiss': () => null,
    'playbook.get': () => playbook,
    'promotion.known': () => null,
    'verdict.give': ({ ref, eventId, verdict, supersedes }) => {
      const known = expectView(ref).verdicts.find(({ event }) => event.id === eventId)
      if (known) return known
      const evidence = { playbook: '1', campaigns: [], digest: 'd', stories: [] }
      const event = { type: 'verdict' as const, id: eventId, at: now(), ref, rep: actor, verdict, ...(supersedes ? { supersedes } : {}), evidence }
      return record(ref, { event, withdrawn: false, undoUntil: now() + undoMs, delivery: { state: 'pending', dueAt: now() + undoMs } })
    },
    'verdict.detail': ({ ref, sight: _, eventId, verdictId, ...detail }) => {
      const earlier = expectView(ref).verdicts.find(({ event }) => event.id === verdictId)
      if (!earlier) throw new AppError('not-found')
      const { reason: _1, until: _2, trigger: _3, note: _4, helped: _5, clause: _6, ...bare } = earlier.event
      return record(ref, { ...earlier, event: { ...bare, ...detail, id: eventId, at: now(), supersedes: verdictId } })
    },
    'verdict.undo': ({ ref, verdictId }) => {
      const verdicts = expectView(ref).verdicts.map((view) => (view.event.id === verdictId ? { ...view, withdrawn: true } : view))
      change(ref, { verdicts, standing: undefined })
      return null
    },
    'library.search': ({ query, filters }) => {
      const words = query.toLowerCase().split(/\s+/).filter(Boolean)
      const hits = Object.values(assetsById)
        .filter((asset) => !filters.kinds || filters.kinds.includes(asset.kind))
        .filter((asset) => words.every((word) => `${asset.title} ${asset.abstract}`.toLowerCase().includes(word)))
        .map((asset) => ({ asset, score: 1, terms: words }))
      return { hits, total: hits.length, fitting: hits.length }
    },
    'asset.get': ({ assetId }) => assetsById[assetId] ?? fail('not-found')(),
    'asset.request': () => null,
    'library.handy': () => ({ favourites: handy.favourites.map(toHit), recent: handy.recent.filter((id) => !handy.favourites.includes(id)).map(toHit) }),
    'asset.favourite': ({ assetId, favourite }) => {
      handy.favourites = [...(favourite ? [assetId] : []), ...handy.favourites.filter((id) => id !== assetId)]
      return null
    },
    'library.missed': () => null,
    'suggestion.dismiss': ({ ref, assetId }) => {
      const { suggestions } = expectView(ref)
      change(ref, { suggestions: { ...suggestions, items: suggestions.items.filter((item) => item.assetId !== assetId) } })
      return null
    },
    'send.prepare': ({ ref, assetId }) => prepared(expectView(ref), assetId),
    'send.open': ({ ref, eventId, assetId, channel, body }) => {
      const asset = assetsById[assetId]
      if (!asset) throw new AppError('not-sendable')
      const event = { type: 'send' as const, id: eventId, at: now(), ref, rep: actor, assetId, assetVersion: asset.version, title: asset.title, link: asset.url, channel }
      const outcome = channel === 'meeting' ? { type: 'send-outcome' as const, id: eventId.replace(/^./, 'f'), at: now(), ref, rep: actor, sendId: eventId, outcome: 'sent' as const, by: 'rep' as const } : undefined
      const send = putSend(ref, { event, outcome, ...(outcome ? { delivery: { state: 'pending' as const, dueAt: now() } } : {}) })
      return { send, ...(channel === 'copy' ? { copy: body } : {}) }
    },
    'send.outcome': ({ ref, eventId, sendId, outcome }) => {
      const send = expectView(ref).sends.find(({ event }) => event.id === sendId)
      if (!send) throw new AppError('not-found')
      return putSend(ref, {
        ...send,
        outcome: { type: 'send-outcome', id: eventId, at: now(), ref, rep: actor, sendId, outcome, by: 'rep' },
        ...(outcome === 'sent' ? { delivery: { state: 'pending', dueAt: now() } } : {}),
      })
    },
    'delivery.retry': () => null,
  }

  const bus = createBus(protocol, async ({ name, payload }) => {
    const message = name as MessageName
    const request = protocol[message].request.safeParse(payload)
    if (!request.success) return { ok: false, error: { kind: 'invalid', detail: `${name}: ${JSON.stringify(request.error.issues)}` } }
    asked.push({ name: message, payload: request.data })
    const handle = (special[message] ?? usual[message]) as ((request: unknown) => unknown) | undefined
    try {
      if (!handle) throw new AppError('bug', { detail: `${name} has no answer` })
      return { ok: true, value: await handle(request.data) }
    } catch (thrown) {
      return { ok: false, error: toErrorInfo(thrown) }
    }
  }, (heard) => {
    listeners.add(heard)
    return () => listeners.delete(heard)
  })

  const signal: PanelBus['signal'] = (name, key) => {
    for (const heard of listeners) heard({ leadside: 1, signal: name, ...(key === undefined ? {} : { key }) })
  }
  return {
    ...bus,
    asked,
    of: <N extends MessageName>(name: N) => asked.filter((entry) => entry.name === name).map(({ payload }) => payload as Request<N>),
    signal,
    goTo(next) {
      where = { ...where, ...next }
      signal('context')
    },
    view: (ref) => store.get(recordKey(ref)),
    answer: (more) => Object.assign(special, more),
  }
}
