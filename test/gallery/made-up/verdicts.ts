import type { VerdictEvent, VerdictValue } from '@/lib/domain/ledger'
import { day, eventId, eventLine, leadRef, pick, type Making } from './line.ts'
import { campaigns, industries, notes, personas, reasons, reps, sources, stages } from './words.ts'

/** Verdicts of most of a year, more of them lately, and more Good where the campaign is a good one. */
export function verdictEvents({ amount, now, random }: Making): VerdictEvent[] {
  return Array.from({ length: amount.verdicts }, (_, index) => {
    const [campaign, liked] = campaigns[Math.floor(random() ** 1.5 * campaigns.length)] ?? campaigns[0] ?? ['', 0]
    const verdict = verdictOf(liked, random)
    const rep = pick(reps, random)
    return {
      type: 'verdict', id: eventId(1, index), at: Math.floor(now - random() ** 1.1 * 330 * day), ref: leadRef(leadOf(index, amount.verdicts)), rep: { id: rep, name: rep, verified: true },
      verdict, reason: pick(reasons[verdict], random), ...(random() < 0.2 ? { note: pick(notes, random) } : {}),
      evidence: {
        playbook: '7', source: pick(sources, random), campaigns: random() < 0.2 ? [campaign, pick(campaigns, random)[0]].filter((name, at, all) => all.indexOf(name) === at) : [campaign],
        persona: pick(personas, random), industry: pick(industries, random), stage: pick(stages, random), score: Math.floor(random() * 120), digest: '0',
        stories: Array.from({ length: Math.floor(random() * 3) }, () => ({ key: 'k', title: 'A guide', assetId: `made-${Math.floor(random() ** 2 * amount.assets)}`, count: 1, last: now })),
        definitions: [{ id: 'mql', version: 4, met: random() < liked ? ['role', 'webinar'] : ['role'], notMet: random() < liked ? ['score'] : ['webinar', 'score'] }],
      },
    }
  })
}

export function verdictLines(making: Making): string[] {
  return verdictEvents(making).map(eventLine)
}

/** One lead in ten is judged twice. */
function leadOf(index: number, all: number): number {
  return index % Math.max(1, Math.floor(all * 0.9))
}

function verdictOf(liked: number, random: () => number): VerdictValue {
  const at = random()
  if (at < 0.08) return 'cant_tell'
  if (at < 0.08 + 0.92 * liked) return 'good'
  return random() < 0.45 ? 'not_yet' : 'wrong'
}
