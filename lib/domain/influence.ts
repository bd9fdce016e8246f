import * as z from 'zod/mini'
import type { Story } from './touch'

/**
 * How a campaign is known, most exact first: by membership, by the UTM parameter of a page or link, by the drill-down of a traffic source, by a
 * marketing mail whose link was clicked.
 */
export const campaignBy = z.enum(['member', 'utm', 'source-detail', 'email'])
export type CampaignBy = z.infer<typeof campaignBy>

/** A campaign somebody responded to; `name` is the same in verdicts and hand-overs. `at`: the first response, epoch milliseconds. */
export const influence = z.strictObject({ name: z.string(), at: z.optional(z.number()), by: campaignBy })
export type Influence = z.infer<typeof influence>

/** A campaign as leads are grouped by it. */
export type Attributed = Pick<Influence, 'name' | 'by'>

/** Takes note of how one campaign of a lead is known. */
export type NoteWay = (name: string, by: CampaignBy) => void

/** How each campaign is known, most exact way first: of some leads it may be known by one way, of others by another. */
export type CampaignWays = ReadonlyMap<string, readonly CampaignBy[]>

/** Collects ways one at a time, as one bit each: there may be a hundred thousand leads. */
export function createWays(): { note: NoteWay; collected(): CampaignWays } {
  const found = new Map<string, number>()
  return {
    note: (name, by) => void found.set(name, (found.get(name) ?? 0) | (1 << rank({ by }))),
    collected: () => new Map([...found].map(([name, ways]) => [name, campaignBy.options.filter((by) => (ways & (1 << rank({ by }))) !== 0)])),
  }
}

/** How each campaign of these leads is known; `tell` notes those of one lead. */
export function collectWays<T>(leads: readonly T[], tell: (lead: T, note: NoteWay) => void): CampaignWays {
  const { note, collected } = createWays()
  for (const lead of leads) tell(lead, note)
  return collected()
}

/**
 * One influence of each name: since the first response, by the most exact way. The last campaign first and the one that began it all last; what has no date is
 * neither, and stands between them.
 */
export function mergeInfluences(found: readonly Influence[]): Influence[] {
  const byName = new Map<string, Influence>()
  for (const one of found) {
    const known = byName.get(one.name)
    byName.set(one.name, known ? { name: one.name, at: earlier(known.at, one.at), by: rank(known) <= rank(one) ? known.by : one.by } : one)
  }
  const all = [...byName.values()]
  // The first visit tells of its page's UTM campaign and of its source at one moment: the more exact one is the first.
  const dated = all.filter(({ at }) => at !== undefined).sort((a, b) => Number(b.at) - Number(a.at) || rank(b) - rank(a))
  const [last, ...others] = dated
  return [...(last ? [last] : []), ...others.slice(0, -1), ...all.filter(({ at }) => at === undefined), ...others.slice(-1)]
}

/** Where one of several has a date, it is the first as well as the last, which the order of `mergeInfluences` alone does not say. */
export function onlyFirstDated([first, ...others]: readonly Influence[]): true | undefined {
  return first?.at !== undefined && others.length > 0 && others.every(({ at }) => at === undefined) ? true : undefined
}

/** Campaigns a person responded to, by what they did and by what their record says. What was only sent, or only a machine touched, is no response. */
export function influencesOn({ campaigns = [] }: { campaigns?: readonly Influence[] | undefined }, stories: readonly Story[]): Influence[] {
  const responses = stories.flatMap(({ touches }) => touches).flatMap(({ campaign, kind, agent, at }): Influence[] => {
    if (campaign === undefined || kind === 'email-sent' || agent.by === 'machine') return []
    return [{ name: campaign.name, at, by: campaign.id === undefined ? 'utm' : 'member' }]
  })
  return mergeInfluences([...responses, ...campaigns])
}

function earlier(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? a ?? b : Math.min(a, b)
}

function rank({ by }: Pick<Influence, 'by'>): number {
  return campaignBy.options.indexOf(by)
}
