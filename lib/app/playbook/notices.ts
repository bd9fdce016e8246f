import { clockNotice } from '@/lib/domain/promises/clock'
import { lastMoment } from '@/lib/domain/promotion'
import { say } from '@/lib/domain/sentence'
import { recordKey } from '@/lib/domain/record-ref'
import type { Notice } from '@/lib/domain/view'
import type { NoticeSource } from '../notice-sources'

/** A promotion this lead fits, until the rep knows it; dismissing it is for this lead alone. */
export const promotionNotices: NoticeSource = async ({ facts, lines }) => lines.promotions.filter(({ known }) => !known).map(({ promotion, assets }): Notice => {
  const name = promotion.label || (assets[0]?.title ?? '')
  const last = lastMoment(promotion)
  return {
    id: `promotion:${promotion.id}:${recordKey(facts.ref)}`, kind: 'promotion', opens: { what: 'promotion', id: promotion.id },
    sentence: last === undefined ? say('notice.promotion', name) : say('notice.promotion_until', name, { date: last }),
  }
})

export const promiseNotices: NoticeSource = async ({ facts, lines: { clock }, now }) => {
  const notice = clock && clockNotice(recordKey(facts.ref), clock, now)
  return notice ? [notice] : []
}
