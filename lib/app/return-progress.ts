import * as z from 'zod/mini'
import type { VerdictEvent } from '@/lib/domain/ledger'
import { orgKey, recordKey } from '@/lib/domain/record-ref'
import type { Progress } from '@/lib/domain/returns'
import { isSample } from '@/lib/domain/sample-workspace'
import type { AppDeps } from './deps'

/** What the CRM said happened since a *Not yet*, by verdict id; `until`: up to when it was looked at. */
const found = z.strictObject({ until: z.number(), newTouches: z.number(), campaignResponses: z.number(), score: z.optional(z.number()) })
const stored = z.record(z.string(), found)
type Found = z.infer<typeof found>

const keptMs = 90 * 86_400_000
/** One call asks for one span of time; records with news in a span that began before their verdict are asked again. */
const mostRounds = 4

type Needs = Pick<AppDeps, 'answers' | 'connectors' | 'clock'>

/** What is known of open returns since they were given, kept per connection and forgotten with it. */
export function createReturnProgress(deps: Needs) {
  const keyOf = (org: string) => `returns:${org}`

  async function known(org: string): Promise<Record<string, Found>> {
    return stored.safeParse(await deps.answers.get(keyOf(org))).data ?? {}
  }

  async function checkOrg(org: string, verdicts: readonly VerdictEvent[]): Promise<boolean> {
    const before = await known(org)
    const now = deps.clock.now()
    const after: Record<string, Found> = {}
    for (const { id } of verdicts) if (before[id]) after[id] = before[id]
    const sinceOf = ({ id, at }: VerdictEvent) => after[id]?.until ?? at
    let open = verdicts
    for (let round = 0; open.length > 0 && round < mostRounds; round += 1) {
      const since = Math.min(...open.map(sinceOf))
      const news = await askNews(deps, open, since)
      const isSettled = (verdict: VerdictEvent) => sinceOf(verdict) === since || !hasNews(news.get(recordKey(verdict.ref)))
      const settled = open.filter(isSettled)
      open = open.filter((verdict) => !isSettled(verdict))
      for (const verdict of settled) after[verdict.id] = sum(after[verdict.id], news.get(recordKey(verdict.ref)), now)
    }
    await deps.answers.set(keyOf(org), after, keptMs)
    return verdicts.some(({ id }) => JSON.stringify(moves(before[id])) !== JSON.stringify(moves(after[id])))
  }

  return {
    /** Asks each connected CRM once about the records whose trigger may have come; resolves whether anything moved. One that fails costs only its own part. */
    async check(returns: readonly VerdictEvent[]): Promise<boolean> {
      const connected = new Set((await deps.connectors.connections()).map(orgKey))
      const asked = returns.filter(({ ref, trigger }) => trigger !== undefined && !isSample(ref) && connected.has(orgKey(ref)))
      const groups = [...Map.groupBy(asked, ({ ref }) => orgKey(ref))]
      const moved = await Promise.allSettled(groups.map(([org, verdicts]) => checkOrg(org, verdicts)))
      return moved.some((result) => result.status === 'fulfilled' && result.value)
    },

    /** By verdict id. */
    async all(returns: readonly VerdictEvent[]): Promise<Map<string, Progress>> {
      const orgs = [...new Set(returns.map(({ ref }) => orgKey(ref)))]
      const kept = await Promise.all(orgs.map(known))
      return new Map(kept.flatMap((entries) => Object.entries(entries).map(([id, { until: _until, ...progress }]) => [id, progress] as const)))
    },
  }
}

async function askNews(deps: Needs, verdicts: readonly VerdictEvent[], since: number): Promise<Map<string, Progress>> {
  const [first] = verdicts
  if (!first) return new Map()
  const answers = await deps.connectors.for(first.ref.crm).recheck(first.ref.org, verdicts.map(({ ref }) => ref), since)
  return new Map(answers.map(({ ref, newTouches, campaignResponses, score }) => [recordKey(ref), { newTouches, campaignResponses, score }]))
}

function hasNews(progress: Progress | undefined): boolean {
  return progress !== undefined && progress.newTouches + progress.campaignResponses > 0
}

function sum(before: Found | undefined, news: Progress | undefined, until: number): Found {
  return {
    until,
    newTouches: (before?.newTouches ?? 0) + (news?.newTouches ?? 0),
    campaignResponses: (before?.campaignResponses ?? 0) + (news?.campaignResponses ?? 0),
    score: news?.score ?? before?.score,
  }
}

function moves(progress: Found | undefined): unknown {
  return progress && [progress.newTouches, progress.campaignResponses, progress.score]
}
