import type { RawTouch } from '@/lib/domain/touch'
import type { Participation } from '../wire/participations'
import { toNumber } from '../wire/property-bag'

/** Marketing events as touches. Who did not come had registered all the same; a cancelled seat is nothing. */
export function toWebinarTouches(participations: readonly Participation[]): RawTouch[] {
  return participations.flatMap(({ id, associations: { marketingEvent }, properties }): RawTouch[] => {
    const attended = properties.attendanceState === 'ATTENDED'
    if (!attended && properties.attendanceState !== 'REGISTERED' && properties.attendanceState !== 'NO_SHOW') return []
    return [{
      id: `hubspot:participation:${id}:${properties.attendanceState}`,
      at: properties.occurredAt,
      kind: attended ? 'webinar-attended' : 'webinar-registered',
      title: marketingEvent.name,
      itemId: `marketing-event:${marketingEvent.marketingEventId}`,
      origin: { system: 'hs-webinars', id },
      signals: { deliberate: true },
      seconds: properties.attendanceDurationSeconds ?? undefined,
      progress: shareOf(properties.attendancePercentage),
    }]
  })
}

function shareOf(text: string | null | undefined): number | undefined {
  const share = toNumber(text ?? undefined)
  return share === undefined ? undefined : Math.min(Math.max(share, 0), 1)
}
