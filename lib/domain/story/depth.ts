import type { Touch, TouchKind } from '../touch'

/** How far an act of this kind usually goes where the source measured nothing: 0 seen in passing, 1 finished. */
const usual: Record<TouchKind, number> = {
  'page-view': 0.3, pricing: 0.4, demo: 0.5, comparison: 0.4, form: 1, download: 0.7, document: 0.5, video: 0.4, 'webinar-registered': 0.5,
  'webinar-attended': 1, event: 0.8, 'email-sent': 0, 'email-open': 0.1, 'email-click': 0.3, 'email-reply': 1, 'campaign-response': 0.6,
  'link-view': 0.4, ad: 0.1, call: 1, meeting: 1, other: 0.2,
}

const secondsOfAThoroughRead = 180

/** Depth of one touch, 0 to 1: measured progress, else the time spent where that says more than the kind. */
export function depthOf(touch: Pick<Touch, 'kind' | 'progress' | 'seconds'>): number {
  if (touch.progress !== undefined) return bounded(touch.progress)
  if (touch.seconds !== undefined && touch.kind !== 'email-open') return Math.max(usual[touch.kind], bounded(touch.seconds / secondsOfAThoroughRead))
  return usual[touch.kind]
}

function bounded(value: number): number {
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0
}
