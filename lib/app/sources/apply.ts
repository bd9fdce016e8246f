import { AppError } from '@/lib/domain/errors'
import { planSource, type SourcePlan } from '@/lib/domain/plan-source'
import { playbook as playbookShape } from '@/lib/domain/playbook'
import type { Source } from '@/lib/domain/source'
import type { FreshReading } from '@/lib/domain/source-ports'
import { teamDocument } from '@/lib/domain/team-document'
import type { AppDeps } from '../deps'

/** What this reading of the source would do now. */
export async function planOf(app: AppDeps, source: Source, reading: FreshReading): Promise<SourcePlan> {
  const [existing, playbook] = await Promise.all([app.assets.all(), app.playbooks.current()])
  return planSource({ source, reading, existing, now: app.clock.now(), playbook: playbook ?? app.defaultPlaybook })
}

/** Writes a reading: assets in one go, then what a team's file carries. Resolves to the source as it stands after it. */
export async function applyReading(app: AppDeps, source: Source, reading: FreshReading): Promise<Source> {
  const tookPlaybook = await takePlaybook(app, source, reading.team?.playbook)
  const plan = await planOf(app, source, reading)
  const put = [...plan.added, ...plan.changed, ...plan.gone]
  if (put.length > 0) {
    await app.assets.put(put)
    await app.search.changed(put, [])
    app.tell.library()
  }
  const documents = (reading.team?.documents ?? []).flatMap((document) => teamDocument.safeParse(document).data ?? [])
  if (documents.length > 0) await app.documents.put(documents).catch(unlessTheHubs)
  return {
    ...source, title: source.title ?? reading.title?.slice(0, 300), tookPlaybook: tookPlaybook ?? source.tookPlaybook, memory: reading.memory,
    counts: {
      items: Math.max(reading.rows.length, reading.held.length), problems: plan.problems.length, waiting: reading.waiting, added: plan.added.length, changed: plan.changed.length, gone: plan.gone.length,
    },
  }
}

/**
 * A newer playbook counts where this browser has none of its own, has the one this source brought last, or its person chose to
 * take it. One that somebody works on here is never replaced unasked.
 */
async function takePlaybook(app: AppDeps, source: Source, given: unknown): Promise<string | undefined> {
  const offered = playbookShape.safeParse(given).data
  if (!offered) return undefined
  const own = await app.playbooks.current()
  const free = own === undefined || own.version === source.tookPlaybook || source.takesPlaybook
  if (!free || (own !== undefined && Number(offered.version) <= Number(own.version))) return undefined
  const isTaken = await app.playbooks.put(offered, app.clock.now()).then(() => true, unlessTheHubs)
  if (!isTaken) return undefined
  app.tell.settings()
  return offered.version
}

/** In a hub a rep has the team's playbook and documents from there: those of a file beside it are left alone. */
function unlessTheHubs(failure: unknown): false {
  if (failure instanceof AppError && failure.kind === 'forbidden') return false
  throw failure
}
