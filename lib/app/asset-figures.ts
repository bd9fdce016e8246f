import { createFigures, type FiguresByAsset } from '@/lib/domain/asset-figures'
import type { AppDeps } from './deps'
import type { TeamHistorySource } from './team-history'

const pageSize = 1_000

/** What became of every asset; verdicts are read in pages, so that nobody waits behind 100,000 of them. Several askers share one reading. */
export function createAssetFigures(deps: Pick<AppDeps, 'feedback'>, history: Pick<TeamHistorySource, 'counts' | 'of'>): () => Promise<FiguresByAsset> {
  let reading: Promise<FiguresByAsset> | undefined

  async function read(): Promise<FiguresByAsset> {
    const figures = createFigures()
    const [events, { learned }] = await Promise.all([history.of(['send', 'send-outcome']), history.counts()])
    figures.takeSends(events)
    figures.takeLearned(learned ?? new Map())
    for (let after: string | undefined, more = true; more; ) {
      const { entries, next } = await deps.feedback.page({ after, limit: pageSize })
      for (const entry of entries) if (entry.look === 'first') figures.takeVerdict(entry)
      after = next
      more = next !== undefined
    }
    return figures.result()
  }

  return () => {
    reading ??= read().finally(() => {
      reading = undefined
    })
    return reading
  }
}
