import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LedgerEvent, VerdictEvent } from '@/lib/domain/ledger'
import { anyVerdict, spanOf, withCredit, type ReviewFilter } from '@/lib/domain/review/filter'
import { compared, type Compared } from '@/lib/domain/review/compared'
import { asksOf, figuresOf, planSummary } from '@/lib/domain/review/hub-summary'
import { createOverview } from '@/lib/domain/review/overview'
import { readSheet, type ReviewRow } from '@/lib/domain/review/sheet'
import type { SummaryAnswer, SummaryAsk } from '@/lib/domain/review/summary-ask'
import { boot, createMachine } from '../fixtures/store/machine'
import { createRandom } from '../fixtures/store/random'
import { envelopes, verdict } from './hub/examples'
import { createHub, engines, start, type Hub, type Member } from './hub/harness'

const dayMs = 86_400_000

/** A team's verdicts over 200 days: changes of mind, withdrawals, two reps on one lead, second looks, several campaigns and assets. */
function teamEvents(hub: Hub, count: number): LedgerEvent[] {
  const random = createRandom(11)
  const given: VerdictEvent[] = []
  return Array.from({ length: count }, (_, n): LedgerEvent => {
    const at = start - Math.floor(random.random() * 200 * dayMs)
    const before = n > 5 && random.chance(0.15) ? given[random.upTo(given.length)] : undefined
    if (before && random.chance(0.3)) return { type: 'verdict-withdrawn', id: hub.id(), at, ref: before.ref, rep: before.rep, verdictId: before.id }
    const some = (names: readonly string[], share: number) => names.filter(() => random.chance(share))
    const event = verdict(hub, random.upTo(count * 0.7), {
      at, verdict: random.pick(['good', 'good', 'not_yet', 'wrong', 'cant_tell']), ...(random.chance(0.1) ? { secondLook: true } : {}), ...(before ? { ref: before.ref, supersedes: before.id } : {}),
      evidence: {
        playbook: '1', digest: '', campaigns: some(['fair', 'spring', 'autumn'], 0.5), ...(random.chance(0.9) ? { source: random.pick(['Web', 'Partner']) } : {}), persona: random.pick(['it', 'finance']), industry: random.pick(['food', 'retail']),
        stage: random.pick(['mql', 'sql']), stories: some(['guide', 'price', 'case'], 0.4).map((key) => ({ key, title: key, assetId: key, count: 1, last: 1 })),
      },
    })
    given.push(event)
    return event
  })
}

/** As the overview counts what it holds itself. */
function countedHere(all: readonly ReviewRow[], filter: ReviewFilter, by: Compared, now: number) {
  const { acceptance, change, second, ranking } = createOverview(withCredit(all, filter.credit), filter, spanOf(filter.period, now), now)
  const { ranked, early } = ranking(by)
  return { acceptance, change, second, ranking: { ranked, early } }
}

describe.each(engines)('the summary of the hub on %s', (engine) => {
  let hub: Hub
  let marketer: Member
  let rows: ReviewRow[]
  beforeAll(async () => {
    hub = await createHub(engine)
    const owner = await hub.owner()
    marketer = await hub.member(owner, 'marketer')
    const rep = await hub.member(owner, 'rep')
    const events = teamEvents(hub, 1_500)
    for (let from = 0; from < events.length; from += 500) await hub.call('POST', '/v1/events', { as: rep, body: envelopes(...events.slice(from, from + 500)) })
    const stores = await boot(createMachine())
    await stores.team.mergeEvents(events)
    for (let after: string | undefined, first = true; first || after !== undefined; first = false) {
      const page = await stores.feedback.sheets(after)
      rows = [...(first ? [] : rows), ...page.sheets.flatMap((sheet) => readSheet(sheet))]
      after = page.next
    }
  }, 240_000)
  afterAll(() => hub.close())

  async function told(ask: SummaryAsk): Promise<SummaryAnswer> {
    const { since, until, ...rest } = ask
    const query = new URLSearchParams({ ...rest, ...(since === undefined ? {} : { since: String(since) }), ...(until === undefined ? {} : { until: String(until) }) })
    return (await hub.call('GET', `/v1/summary?${query}`, { as: marketer })).body as SummaryAnswer
  }

  async function figures(filter: ReviewFilter, by: Compared) {
    const plan = planSummary(filter, by, spanOf(filter.period, start))
    if ('unanswerable' in plan) return plan
    const answers = new Map(await Promise.all(asksOf(plan).map(async (ask) => [JSON.stringify(ask), await told(ask)] as const)))
    return figuresOf(plan, (ask) => answers.get(JSON.stringify(ask)) ?? { groups: [], more: false })
  }

  it.each<Partial<ReviewFilter>>([
    {}, { period: '90' }, { period: '30' }, { period: '2026-07-03_2026-08-19' }, { period: '2026-09-01_2026-09-01' }, { campaign: 'fair', period: '90' }, { asset: 'price' }, { source: 'Web', period: '30' }, { persona: 'it' },
    { industry: 'nobody has this', period: '90' }, { verdict: 'wrong', reason: 'x', period: '90' }, { credit: 'last', source: 'Partner' },
  ])('says of %j what the same events give when they are counted here', async (patch) => {
    const filter = { ...anyVerdict, ...patch }
    expect(rows.length).toBeGreaterThan(900)
    for (const by of compared) {
      const found = await figures(filter, by)
      if (filter.credit !== 'all' && by === 'campaign') expect(found).toEqual({ unanswerable: 'credit' })
      else {
        if ('unanswerable' in found) throw new Error(found.unanswerable)
        const { ranking, ...here } = countedHere(rows, filter, by, start)
        expect(found).toMatchObject(here)
        if (found.ranking) expect({ ranked: found.ranking.ranked, early: found.ranking.early }).toEqual(ranking)
        else expect([filter.campaign, filter.source, filter.asset, filter.persona, filter.industry].some((value) => value !== '')).toBe(true)
      }
    }
  })

  it.each([['several', { campaign: 'fair', source: 'Web' }], ['crm', { crm: 'hubspot' }], ['credit', { campaign: 'fair', credit: 'first' }]] as const)('names what it cannot answer: %s', async (unanswerable, patch) => {
    expect(await figures({ ...anyVerdict, ...patch }, 'source')).toEqual({ unanswerable })
  })

  it('repeats the moments it counted between, and counts days and moments alike', async () => {
    const [since, until] = [Date.UTC(2026, 7, 1), Date.UTC(2026, 7, 11)]
    expect((await hub.call('GET', `/v1/summary?since=${since}&until=${until}`, { as: marketer })).body).toMatchObject({ since, until })
    const { groups } = (await hub.call('GET', '/v1/summary?from=2026-08-01&to=2026-08-10&by=campaign', { as: marketer })).body as SummaryAnswer
    expect((await told({ by: 'campaign', looks: 'first', since, until })).groups).toEqual(groups)
    const byDay = async (query: string) => ((await hub.call('GET', `/v1/summary?${query}&each=day`, { as: marketer })).body as { groups: { day: string }[] }).groups
    expect(await byDay(`since=${since - 7}&until=${until + 7}`)).toEqual(expect.arrayContaining(await byDay('from=2026-08-01&to=2026-08-10')))
  })
})
