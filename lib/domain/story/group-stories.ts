import type { Story, Touch, TouchKind } from '../touch'
import { depthOf } from './depth'

/** From the act that says most about a person to the one that says least: a story is named after its strongest. */
const byIntent: readonly TouchKind[] = [
  'meeting', 'call', 'email-reply', 'demo', 'pricing', 'webinar-attended', 'comparison', 'form', 'event', 'download', 'webinar-registered', 'video',
  'document', 'link-view', 'campaign-response', 'page-view', 'email-click', 'email-open', 'ad', 'other', 'email-sent',
]
const strength = new Map(byIntent.map((kind, index) => [kind, byIntent.length - index]))

/** Touches by content item, the item touched last first. `touches` newest first. */
export function groupStories(touches: readonly Touch[]): Story[] {
  const items = new Map<string, Touch[]>()
  for (const touch of touches) {
    const item = items.get(touch.contentKey)
    if (item) item.push(touch)
    else items.set(touch.contentKey, [touch])
  }
  return [...items].map(([key, list]) => toStory(key, list)).sort((a, b) => b.last - a.last || (a.key < b.key ? -1 : 1))
}

/** Times, kind and depth come from what people did; from machines only where nothing else is known. */
function toStory(key: string, touches: Touch[]): Story {
  const people = touches.filter(({ agent }) => agent.by !== 'machine')
  const telling = people.length > 0 ? people : touches
  const [newest] = telling as [Touch]
  return {
    key,
    title: (touches.find(({ title }) => title !== '') ?? newest).title,
    url: touches.find(({ url }) => url !== undefined)?.url,
    assetId: touches.find(({ assetId }) => assetId !== undefined)?.assetId,
    kind: telling.reduce((best, { kind }) => ((strength.get(kind) ?? 0) > (strength.get(best) ?? 0) ? kind : best), newest.kind),
    first: telling.reduce((first, { at }) => Math.min(first, at), newest.at),
    last: newest.at,
    count: touches.length,
    human: touches.filter(({ agent }) => agent.by === 'human').length,
    machine: touches.length - people.length,
    depth: people.reduce((deepest, touch) => Math.max(deepest, depthOf(touch)), 0),
    campaigns: [...new Set(touches.flatMap(({ campaign }) => (campaign ? [campaign.name] : [])))],
    touches,
  }
}
