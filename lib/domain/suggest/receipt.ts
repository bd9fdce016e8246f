import type { Asset } from '../asset'
import { say, sayCount, type Sentence } from '../sentence'
import { pastOf } from './past'
import type { Scorer } from './score'
import type { Receipt, SuggestInput } from './types'

/** The receipt of an asset: only causes that moved its score, strongest first. */
export function receiptOf(asset: Asset, index: number, { readers }: Scorer, input: SuggestInput): Receipt {
  const moved = readers.map(({ signal, reader }) => ({ signal: signal.name, points: signal.weight * reader.value(asset, index), ...reader.explain(asset, index) }))
    .filter(({ points }) => points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
  const reasons = moved.flatMap(({ signal, points, why }) => (why && points > 0 ? [{ signal, points, sentence: why }] : []))
  return {
    why: reasons[0]?.sentence ?? say('suggest.general'),
    reasons,
    misfits: moved.flatMap(({ points, misfit }) => (misfit && points < 0 ? [misfit] : [])),
    verification: verification(asset),
    record: record(asset, input),
  }
}

function verification(asset: Asset): Sentence {
  if (asset.verifiedAt === undefined) return say('suggest.never_verified')
  return asset.owner ? say('suggest.verified_by', asset.owner, { date: asset.verifiedAt }) : say('suggest.verified', { date: asset.verifiedAt })
}

/** How it did, with its n: people judged after they got it, else what they did with it, else how often it was sent at all. */
function record(asset: Asset, { history }: SuggestInput): Sentence {
  const past = pastOf(history).get(asset.id)
  if (past && past.judged > 0) return say('suggest.judged', past.good, past.judged)
  const learned = history.learned?.get(asset.id)
  if (learned && learned.got > 0) return say('suggest.response', learned.opened, learned.replied, learned.got)
  return past && past.sent > 0 ? sayCount('suggest.sent', past.sent) : say('suggest.never_sent')
}
