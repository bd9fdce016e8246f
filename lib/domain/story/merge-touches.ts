import type { Agent } from '../touch'
import { withoutAnsweredCampaigns } from './campaign-answers'
import type { KeyedTouch } from './keyed-touch'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

type Act = [KeyedTouch, ...KeyedTouch[]]

/**
 * One touch per act. The same act arrives several times: under the same id on a re-read, from several sources within a
 * minute, as the up to three events HubSpot records of one form, of which one names neither page nor form
 * (`e_form_submission_metadata_v2`), and as the response to a campaign whose form is known.
 * Of several the most telling one stays; nothing depends on the order they come in.
 */
export function mergeTouches(touches: readonly KeyedTouch[]): KeyedTouch[] {
  const ordered = withoutRepeats(touches).sort(byTime)
  const acts: Act[] = []
  const latest = new Map<string, Act>()
  for (const touch of ordered) {
    const keys = identities(touch)
    let act = keys.map((key) => latest.get(key)).find((candidate) => candidate && isSameMoment(candidate, touch))
    if (act) act.push(touch)
    else acts.push((act = [touch]))
    for (const key of keys) latest.set(key, act)
  }
  return withoutAnsweredCampaigns(acts.map(joined))
}

/** The earliest of each entry of a source. */
function withoutRepeats(touches: readonly KeyedTouch[]): KeyedTouch[] {
  const entries = new Map<string, KeyedTouch>()
  for (const touch of touches) {
    const key = `${touch.raw.origin.system} ${touch.raw.id}`
    const known = entries.get(key)
    if (known === undefined || touch.raw.at < known.raw.at) entries.set(key, touch)
  }
  return [...entries.values()]
}

/** Names under which a touch can be met again; a shared one within a minute means the same act. */
function identities({ raw, act, urlKey, titleKey, contentKey }: KeyedTouch): string[] {
  const keys = [`${act} ${contentKey}`]
  if (urlKey !== undefined && urlKey !== contentKey) keys.push(`${act} ${urlKey}`)
  if (raw.itemId) keys.push(`${act} item:${raw.itemId}`)
  const anonymous = urlKey === undefined && !raw.itemId
  if (titleKey !== '' && (anonymous || act === 'form')) keys.push(`${act} title:${titleKey}`)
  if (act === 'form') keys.push(`form of ${raw.origin.system}`)
  return keys
}

function isSameMoment(act: Act, touch: KeyedTouch): boolean {
  if (!act.every((other) => isCompatible(other, touch))) return false
  const timed = act.find(({ raw }) => !raw.dayOnly)
  if (timed && !touch.raw.dayOnly) return touch.raw.at - timed.raw.at <= minuteMs
  return act.every((other) => utcDay(other) === utcDay(touch))
}

/**
 * Two forms of one minute are two acts where both say which form or page they were and say it differently; so are two
 * entries of one source that are dated to the day only.
 */
function isCompatible(a: KeyedTouch, b: KeyedTouch): boolean {
  if (a.raw.dayOnly && b.raw.dayOnly && a.raw.origin.system === b.raw.origin.system) return false
  if (a.act !== 'form' || b.act !== 'form' || a.contentKey === b.contentKey) return true
  if (a.urlKey !== undefined && a.urlKey === b.urlKey) return true
  if (a.raw.itemId && b.raw.itemId) return a.raw.itemId === b.raw.itemId
  const named = (touch: KeyedTouch) => touch.urlKey !== undefined || Boolean(touch.raw.itemId)
  return !(named(a) && named(b))
}

/** Of several accounts of one act the surest: what only a person does, then a machine seen by any source, then a plain visit. */
function certainty({ by, cause }: Agent): number {
  if (by === 'unknown') return 0
  if (by === 'machine') return 2
  return cause === 'visited' ? 1 : 3
}

function joined(act: Act): KeyedTouch {
  if (act.length === 1) return act[0]
  const [best] = act.sort((a, b) => telling(b) - telling(a) || byTime(a, b))
  const agents = act.map(({ agent }) => agent).sort((a, b) => certainty(b) - certainty(a))
  const raws = act.map(({ raw }) => raw)
  return {
    ...best,
    agent: agents[0] ?? best.agent,
    raw: {
      ...best.raw,
      campaign: raws.find(({ campaign }) => campaign !== undefined)?.campaign,
      seconds: most(raws.map(({ seconds }) => seconds)),
      progress: most(raws.map(({ progress }) => progress)),
    },
  }
}

/** How much a touch says about itself: exact time, then asset, address, item, title, campaign. */
function telling({ raw, urlKey, assetId, titleKey }: KeyedTouch): number {
  const has = [raw.campaign !== undefined, titleKey !== '', Boolean(raw.itemId), urlKey !== undefined, assetId !== undefined, !raw.dayOnly]
  return has.reduce((sum, present, index) => sum + (present ? 2 ** index : 0), 0)
}

function utcDay({ raw }: KeyedTouch): number {
  return Math.floor(raw.at / dayMs)
}

function most(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined)
  return known.length === 0 ? undefined : Math.max(...known)
}

/** The same order whatever order sources answered in. */
function byTime(a: KeyedTouch, b: KeyedTouch): number {
  return a.raw.at - b.raw.at || compareText(a.raw.id, b.raw.id) || compareText(a.raw.origin.system, b.raw.origin.system)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
