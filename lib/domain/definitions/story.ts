import { labelKey, say, sayCount } from '../sentence'
import type { ClauseOf } from './clause'
import type { ClauseInput, Finding } from './result'

const day = 86_400_000

/**
 * So many touches of these kinds, lately or ever. Where there are too few and a source could not be read just now, nobody knows;
 * a source that was never there counts as silent.
 */
export function story(clause: ClauseOf<'story'>, { touches, sources, now }: ClauseInput): Finding {
  const { kinds, atLeast, withinDays, humanOnly } = clause
  const since = withinDays === undefined ? -Infinity : now - withinDays * day
  const counted = touches.filter(({ kind, at, agent }) => kinds.includes(kind) && at >= since && at <= now && (!humanOnly || agent.by === 'human'))
  const failed = (sources ?? []).some(({ state }) => state === 'failed')
  const last = Math.max(...counted.map(({ at }) => at))
  return {
    state: counted.length >= atLeast ? 'met' : failed ? 'unknown' : 'not-met',
    asks: asksOf(clause),
    found: counted.length > 0 ? sayCount('definition.seen', counted.length, { date: last }) : say(failed ? 'definition.cannot_see' : 'definition.not_seen'),
    touchIds: counted.map(({ id }) => id),
  }
}

function asksOf({ kinds, atLeast, withinDays, humanOnly }: ClauseOf<'story'>) {
  const list = { list: kinds.map((kind) => ({ say: labelKey('touch', kind) })) }
  const id = humanOnly ? 'definition.story' : 'definition.story_any'
  return withinDays === undefined ? sayCount(id, atLeast, list) : sayCount(`${id}_within`, atLeast, list, { days: withinDays })
}
