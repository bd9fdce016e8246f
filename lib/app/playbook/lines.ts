import type { Asset } from '@/lib/domain/asset'
import { viewDefinitions, type DefinitionView } from '@/lib/domain/definitions/definition'
import type { ClauseInput } from '@/lib/domain/definitions/result'
import type { PromiseClock } from '@/lib/domain/promises/clock'
import { fittingPromotions, type Promotion, type PromotionView } from '@/lib/domain/promotion'
import type { AppDeps } from '../deps'
import type { RecordFacts } from '../record-facts'
import { promiseClockOf } from './promise-clock'

/** Marks of promotions this rep knows. */
export const knownPromotions = 'promotion-known'

/** What the playbook says of one record. */
export interface PlaybookLines {
  definitions: DefinitionView[]
  promotions: PromotionView[]
  clock?: PromiseClock | undefined
}

export async function playbookLines(deps: Pick<AppDeps, 'marks'> & { handOvers: Pick<AppDeps['handOvers'], 'byKeys'> }, facts: RecordFacts, now: number): Promise<PlaybookLines> {
  const input = clauseInputOf(facts, now)
  const [known, clock] = await Promise.all([deps.marks.all(knownPromotions), promiseClockOf(deps, facts, now)])
  return {
    definitions: viewDefinitions(facts.playbook.definitions ?? [], input),
    promotions: promotionViews(fittingPromotions(facts.playbook.promotions ?? [], input), facts.assets, known),
    clock,
  }
}

/** What clauses look at, of a record as it is known here. */
export function clauseInputOf({ snapshot, profile, touches, playbook }: Pick<RecordFacts, 'snapshot' | 'profile' | 'touches' | 'playbook'>, now: number): ClauseInput {
  return { person: snapshot.person, profile, touches, sources: snapshot.sources, vocabulary: playbook, now }
}

export function promotionViews(promotions: readonly Promotion[], assets: readonly Asset[], known: ReadonlySet<string>): PromotionView[] {
  const titles = new Map(assets.map(({ id, title }) => [id, title]))
  return promotions.map((promotion) => ({
    promotion,
    assets: promotion.assetIds.flatMap((id) => {
      const title = titles.get(id)
      return title === undefined ? [] : [{ id, title }]
    }),
    known: known.has(promotion.id),
  }))
}
