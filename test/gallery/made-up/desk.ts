import { createRandom } from '../../bench/random.ts'
import { orgKey, recordKey } from '@/lib/domain/record-ref'
import { handedOver, handOverLines } from './hand-overs.ts'
import { assetLines, learnedLines, sendLines, sourceLines } from './library.ts'
import { leadRef, type Amount, type Making } from './line.ts'
import { findingLines, openedLines, playbookLines, requestLines } from './team.ts'
import { verdictLines } from './verdicts.ts'
import { companies, people } from './words.ts'

export const little: Amount = { verdicts: 14, assets: 6, findings: 1, requests: 1, misses: 2, sends: 5, handOvers: 0, sources: 1, promotions: 1 }
export const much: Amount = { verdicts: 4_000, assets: 240, findings: 7, requests: 60, misses: 24, sends: 900, handOvers: 900, sources: 6, promotions: 3 }

/** A whole desk as an export has it, a line each: the same for the same amount and moment. */
export function deskLines(amount: Amount, now: number): string[] {
  const making: Making = { amount, now, random: createRandom(amount.verdicts + 1) }
  return [playbookLines, findingLines, handOverLines, sourceLines, assetLines, verdictLines, sendLines, requestLines, openedLines, learnedLines].flatMap((make) => make(making))
}

/** What this browser remembers of those whose records it opened lately. */
export function knownPeople(amount: Amount, now: number): { key: string; orgKey: string; at: number; ref: unknown; same: never[]; name: string; company: string }[] {
  const seen = [...Array.from({ length: amount.verdicts }, (_, index) => index), ...Array.from({ length: amount.handOvers }, (_, index) => handedOver(index))]
  return seen.map((lead, index) => {
    const ref = leadRef(lead)
    return { key: recordKey(ref), orgKey: orgKey(ref), at: now, ref, same: [], name: people[(index * 8) % people.length] ?? '', company: companies[(index * 5) % companies.length] ?? '' }
  })
}
