import type { Asset } from '../asset'
import { say, sayCount, type Sentence } from '../sentence'
import type { SignalReading } from './signal'
import type { Receipt, SuggestInput } from './types'

export interface Scored { asset: Asset; score: number; readings: { signal: string; points: number; reading: SignalReading }[] }

/** The receipt of a scored asset: only causes that moved its score, strongest first. */
export function receiptOf(scored: Scored, input: SuggestInput): Receipt {
  const speaking = scored.readings.filter(({ points }) => points > 0).sort((a, b) => b.points - a.points)
  const reasons = speaking.flatMap(({ signal, points, reading }) => (reading.why ? [{ signal, points, sentence: reading.why }] : []))
  return {
    why: reasons[0]?.sentence ?? say('suggest.general'),
    reasons,
    misfits: scored.readings.flatMap(({ reading }) => (reading.misfit ? [reading.misfit] : [])),
    verification: verification(scored.asset),
    record: record(scored.asset, input),
  }
}

function verification(asset: Asset): Sentence {
  if (asset.verifiedAt === undefined) return say('suggest.never-verified')
  return asset.owner ? say('suggest.verified-by', asset.owner, { date: asset.verifiedAt }) : say('suggest.verified', { date: asset.verifiedAt })
}

function record(asset: Asset, { history }: SuggestInput): Sentence {
  const sends = new Set(history.events.flatMap((event) => (event.type === 'send' && event.assetId === asset.id ? [event.id] : [])))
  const sent = history.events.filter((event) => event.type === 'send-outcome' && event.outcome === 'sent' && sends.has(event.sendId)).length
  return sent === 0 ? say('suggest.never-sent') : sayCount('suggest.sent', sent)
}
