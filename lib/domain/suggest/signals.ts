import { followSignal } from './follow-signal'
import { freshnessSignal } from './freshness-signal'
import { industrySignal } from './industry-signal'
import { languageSignal } from './language-signal'
import { outcomeSignal } from './outcome-signal'
import { personaSignal } from './persona-signal'
import { productSignal } from './product-signal'
import { promotionSignal } from './promotion-signal'
import { refusalSignal } from './refusal-signal'
import { responseSignal } from './response-signal'
import type { Signal } from './signal'
import { stageSignal } from './stage-signal'
import { textSignal } from './text-signal'
import { verificationSignal } from './verification-signal'

/** All signals. Their weights come from the benchmark's validation items and the judged cases (docs/suggest-and-search.md). */
export const signals: readonly Signal[] = [
  textSignal, followSignal, stageSignal, personaSignal, industrySignal, productSignal, languageSignal, outcomeSignal, responseSignal, freshnessSignal,
  verificationSignal, promotionSignal, refusalSignal,
]
