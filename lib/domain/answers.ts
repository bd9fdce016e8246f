import type { Asset } from './asset'
import type { LedgerEvent } from './ledger'
import type { RequestEvent } from './need'
import type { RequestAnswer } from './request-answer'
import { say } from './sentence'
import type { Notice } from './view'

const dayMs = 86_400_000
/** An answer is news for so long. */
const newsDays = 30

export interface Answered { request: RequestEvent; answer: RequestAnswer; asset: Asset; noticeId: string }

/**
 * Answers to requests among these events that are still news: not put away, not sent to that record meanwhile, the asset still there.
 * One a request, the latest.
 */
export function answersFor(events: readonly LedgerEvent[], answers: readonly RequestAnswer[], about: { assets: ReadonlyMap<string, Asset>; dismissed: ReadonlySet<string>; now: number }): Answered[] {
  const latest = new Map<string, RequestAnswer>()
  for (const answer of [...answers].sort((a, b) => a.updatedAt - b.updatedAt)) for (const id of answer.requestIds) latest.set(id, answer)
  return events.flatMap((request) => {
    const answer = request.type === 'request' ? latest.get(request.id) : undefined
    const asset = answer && about.assets.get(answer.assetId)
    if (request.type !== 'request' || !answer || !asset || asset.status !== 'approved' || about.now - answer.updatedAt > newsDays * dayMs) return []
    const noticeId = `answer:${answer.id}:${answer.version}:${request.id}`
    const sent = events.some((event) => event.type === 'send' && event.assetId === asset.id && event.at > answer.updatedAt && event.ref.id === request.ref.id)
    return about.dismissed.has(noticeId) || sent ? [] : [{ request, answer, asset, noticeId }]
  })
}

/** The line on the record it was asked on; a click goes to the asset. */
export function toNotice({ request, answer, asset, noticeId }: Answered): Notice {
  const sentence = answer.note ? say('notice.answer_note', request.query, asset.title, answer.note) : say('notice.answer', request.query, asset.title)
  return { id: noticeId, kind: 'answer', sentence, opens: { what: 'asset', id: asset.id } }
}
