import { parseTolerant } from '@/lib/domain/parse-tolerant'
import { planSource, type SourcePlan } from '@/lib/domain/plan-source'
import { playbook as playbookShape } from '@/lib/domain/playbook'
import type { SetAside, Source } from '@/lib/domain/source'
import type { FreshReading } from '@/lib/domain/source-ports'
import type { AppDeps } from '../deps'
import { createAside, mostSetAside } from './set-aside'
import { takeDocuments, unlessTheHubs } from './take-documents'

/** What this reading of the source would do now. */
export async function planOf(app: AppDeps, source: Source, reading: FreshReading): Promise<SourcePlan> {
  const [existing, playbook] = await Promise.all([app.assets.all(), app.playbooks.current()])
  return planSource({ source, reading, existing, now: app.clock.now(), playbook: playbook ?? app.defaultPlaybook })
}

/**
 * Writes a reading: assets in one go, then what a team's file carries. What the hub or this release cannot take is set aside and said, and
 * holds up nothing else. Resolves to the source as it stands after it.
 */
export async function applyReading(app: AppDeps, source: Source, reading: FreshReading): Promise<Source> {
  const aside = createAside()
  const tookPlaybook = await aside.unless({ what: 'playbook', name: '' }, () => takePlaybook(app, source, reading.team?.playbook))
  const plan = await planOf(app, source, reading)
  const put = [...plan.added, ...plan.changed, ...plan.gone]
  if (put.length > 0) {
    await aside.unless({ what: 'assets', name: '' }, () => app.assets.put(put))
    const stored = await app.assets.byIds(put.map(({ id }) => id))
    const ids = new Set(stored.map(({ id }) => id))
    await app.search.changed(stored, put.map(({ id }) => id).filter((id) => !ids.has(id)))
    app.tell.library()
  }
  await takeDocuments(app, reading.team?.documents ?? [], aside)
  const left = aside.found()
  const before = source.counts?.waiting ? source.setAside?.filter(({ what }) => what === 'assets') : undefined
  return {
    ...source, title: source.title ?? reading.title?.slice(0, 300), tookPlaybook: tookPlaybook ?? source.tookPlaybook,
    memory: isReadAgain(left, before, reading) ? source.memory : reading.memory, setAside: together(before, left),
    counts: {
      items: reading.items ?? Math.max(reading.rows.length, reading.held.length), problems: plan.problems.length, waiting: reading.waiting, added: plan.added.length, changed: plan.changed.length, gone: plan.gone.length,
    },
  }
}

/**
 * Assets that were set aside are tried again by reading the same again. Where more waits behind them, once only: what the hub never takes
 * does not keep the rest of a site out.
 */
function isReadAgain(left: readonly SetAside[] | undefined, before: readonly SetAside[] | undefined, { waiting }: FreshReading): boolean {
  return left?.some((one) => one.what === 'assets' && (waiting === 0 || !before?.some(({ name }) => name === one.name))) ?? false
}

/** What earlier readings of the same round set aside is still said. */
function together(before: readonly SetAside[] | undefined, left: readonly SetAside[] | undefined): SetAside[] | undefined {
  const all = [...(left ?? []), ...(before ?? []).filter(({ name }) => !left?.some((one) => one.what === 'assets' && one.name === name))]
  return all.length > 0 ? all.slice(0, mostSetAside) : undefined
}

/**
 * A newer playbook counts where this browser has none of its own, has the one this source brought last, or its person chose to
 * take it. One that somebody works on here is never replaced unasked.
 */
async function takePlaybook(app: AppDeps, source: Source, given: unknown): Promise<string | undefined> {
  const read = parseTolerant(playbookShape, given)
  if (!read.success) return undefined
  const offered = read.data
  const own = await app.playbooks.current()
  const free = own === undefined || own.version === source.tookPlaybook || source.takesPlaybook
  if (!free || (own !== undefined && Number(offered.version) <= Number(own.version))) return undefined
  const isTaken = await app.playbooks.put(offered, app.clock.now()).then(() => true, unlessTheHubs)
  if (!isTaken) return undefined
  app.tell.settings()
  return offered.version
}
