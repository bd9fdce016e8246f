import { optionsOf, type HandOverWay } from '@/lib/domain/hand-over'
import { anyOfText } from '@/components/ui/when'
import { message } from '@/components/ui/message'
import { i18n } from '#i18n'

/** The rule as a sentence: "Lead Status became Working". */
export function ruleText(way: HandOverWay): string {
  const values = optionsOf(way).map(({ label }) => label)
  if (way.by === 'campaign-response' && values.length === 0) return i18n.t('handOvers.rule_any_response')
  return message(`handOvers.rule_${way.by}`, [anyOfText(values)])
}
