import type { HubPart, HubProgress } from '@/lib/domain/hub'
import type { Delta, HubSession, Since } from '@/lib/domain/hub-port'
import type { TeamDocument } from '@/lib/domain/team-document'
import { parseRecordKey } from '@/lib/domain/record-ref'
import type { TeamDeps } from './deps'

type Reached = Pick<HubProgress, 'cursor' | 'tag' | 'partly'>
/** Brings one part up to date; what was applied is kept page by page, so that an interruption repeats at most one. */
type Part = (session: HubSession, before: HubProgress, keep: (progress: HubProgress) => Promise<void>) => Promise<Reached>

/** There is one playbook; under this name what a newer release wrote in it is kept. */
export const playbookId = 'current'

/** How each part of the hub's data is taken over. */
export function createParts(deps: TeamDeps): Record<HubPart, Part> {
  /** Pages of changes until there are none. The tag belongs to the question that brought nothing new. */
  const paged = <T>(name: HubPart, ask: (session: HubSession, since: Since) => Promise<Delta<T>>, apply: (items: T[]) => Promise<void>, after: () => Promise<void> = async () => undefined): Part => (
    async (session, before, keep) => {
      let since: Since = { cursor: before.cursor, tag: before.tag }
      let changed = false
      let partly = before.partly
      for (;;) {
        const delta = await ask(session, since)
        if (delta.unchanged) break
        if (delta.items.length > 0) {
          await apply(delta.items)
          changed = true
        }
        if ((delta.leftOut ?? 0) > 0 || delta.items.some(hasLater)) partly = true
        const isSame = delta.next === since.cursor
        since = { cursor: delta.next, tag: isSame ? delta.tag : undefined }
        if (!isSame) await keep({ part: name, cursor: since.cursor, by: before.by, partly })
        // A hub that says there is more where it does not go on is not asked for ever.
        if (!delta.more || isSame) break
      }
      if (changed) await after()
      return { ...since, partly }
    }
  )

  const assets = paged('assets', (session, since) => session.assets(since), async (changes) => {
    const fresh = changes.flatMap(({ asset }) => (asset ? [asset] : []))
    const gone = changes.flatMap(({ id, asset }) => (asset ? [] : [id]))
    await deps.assets.put(fresh)
    await deps.assets.remove(gone)
    await deps.hubStore.keepLater('assets', changes)
    await deps.search.changed(fresh, gone)
  }, async () => deps.tell.library())

  const documents = paged('documents', (session, since) => session.documents(since), async (changes) => {
    await deps.documents.remove(changes.flatMap(({ id, document }) => (document ? [] : [id])))
    await deps.documents.put(changes.flatMap(({ document }): TeamDocument[] => (document ? [document] : [])), 'hub')
    await deps.hubStore.keepLater('documents', changes)
  }, async () => deps.tell.team())

  const views = paged('views', (session, since) => session.views(since), async (found) => {
    await deps.hubStore.addViews(found)
    for (const key of new Set(found.map(({ record }) => record))) {
      const ref = parseRecordKey(key)
      if (ref) deps.tell.record(ref)
    }
  }, async () => deps.tell.today())

  const events = paged('events', (session, since) => session.events(since), async (found) => {
    // What a rep is told are their own events of other devices; a marketer is told everybody's.
    const { member } = (await deps.hubStore.membership()) ?? {}
    if (member?.role === 'rep') await deps.ledger.append(found, [])
    else await deps.team.mergeEvents(found)
  }, async () => deps.tell.team())

  const erasures = paged('erasures', (session, since) => session.erasures(since), async (found) => {
    const at = new Map(found.map((erasure) => [erasure.target, erasure.at]))
    for (const key of new Set([...await deps.hubStore.recordKeys(), ...await deps.snapshots.keys()])) {
      const upTo = at.get(await deps.digest(key))
      const ref = upTo === undefined ? undefined : parseRecordKey(key)
      if (ref) await deps.eraser.person([ref], upTo)
    }
  }, async () => {
    deps.tell.team()
    deps.tell.today()
  })

  const playbook: Part = async (session, before) => {
    const answer = await session.playbook(before.tag)
    if (answer.unchanged) return { cursor: before.cursor, tag: before.tag, partly: before.partly }
    if (answer.playbook) await deps.hubStore.keepLater('playbook', [{ id: playbookId, later: answer.later }])
    const current = await deps.playbooks.current()
    const changed = answer.playbook !== undefined && answer.playbook.version !== current?.version
    if (answer.playbook && changed) {
      await deps.playbooks.put(answer.playbook, deps.clock.now())
      deps.tell.settings()
    }
    return { cursor: before.cursor, tag: answer.tag, partly: (answer.leftOut ?? 0) > 0 || answer.later !== undefined }
  }

  return { assets, documents, views, events, erasures, playbook }
}

function hasLater(item: unknown): boolean {
  return typeof item === 'object' && item !== null && 'later' in item && item.later !== undefined
}
