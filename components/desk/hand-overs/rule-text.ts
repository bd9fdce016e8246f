import type { HandOverWay } from '@/lib/domain/hand-over'
import { anyOfText } from '@/components/ui/when'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'

/** The rule as a sentence: "Lead Status became Working". */
export function ruleText(way: HandOverWay): string {
  const values = valuesOf(way)
  if (way.by === 'campaign-response' && values.length === 0) return i18n.t('handOvers.rule_any_response')
  return message(`handOvers.rule_${way.by}`, [anyOfText(values)])
}

function valuesOf(way: HandOverWay): string[] {
  switch (way.by) {
    case 'lead-status': return way.statuses
    case 'lead-owner': return way.owners.map(({ label }) => label)
    case 'campaign-response': return way.campaigns.map(({ label }) => label)
    case 'list-view': return [way.view.label]
    case 'lifecycle-stage': return [way.stage.label]
    case 'list': return [way.list.label]
  }
}
