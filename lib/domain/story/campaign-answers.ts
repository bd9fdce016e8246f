import type { TouchKind } from '../touch'
import { normalWords } from '../words'
import type { KeyedTouch } from './keyed-touch'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** What a campaign counts as a response to: where one of these is known, the response is the same act told again. */
const answersACampaign: ReadonlySet<TouchKind> = new Set(['form', 'download', 'webinar-registered', 'webinar-attended', 'event', 'demo'])

/** Leaves out responses to a campaign where the act that answered it is known: same campaign, same minute, or same day where the time is not known. */
export function withoutAnsweredCampaigns(touches: readonly KeyedTouch[]): KeyedTouch[] {
  const acts = new Map<string, KeyedTouch[]>()
  for (const touch of touches) {
    if (!answersACampaign.has(touch.kind)) continue
    for (const key of campaignKeys(touch)) acts.set(key, [...(acts.get(key) ?? []), touch])
  }
  if (acts.size === 0) return [...touches]
  return touches.filter((touch) => {
    if (touch.kind !== 'campaign-response') return true
    return !campaignKeys(touch).some((key) => acts.get(key)?.some((act) => isAnswerTo(act, touch)))
  })
}

function isAnswerTo(act: KeyedTouch, response: KeyedTouch): boolean {
  const apart = Math.abs(act.raw.at - response.raw.at)
  return act.raw.dayOnly || response.raw.dayOnly ? apart < dayMs : apart <= minuteMs
}

function campaignKeys({ raw }: KeyedTouch): string[] {
  if (raw.campaign === undefined) return []
  const { id, name } = raw.campaign
  const words = normalWords(name)
  return [...(id ? [`id ${id}`] : []), ...(words === '' ? [] : [words])]
}
