import { beforeEach, describe, expect, it } from 'vitest'
import type { FoundHandOver, HandOverRule, HandOverWay } from '@/lib/domain/hand-over'
import type { HandOverPage } from '@/lib/domain/hand-over-ports'
import { influencesOf } from '@/lib/connectors/hubspot/read/influences'
import { toPerson } from '@/lib/connectors/hubspot/read/person'
import { visitsOf } from '@/lib/connectors/hubspot/read/web-visits'
import { defaultPlaybook } from '@/lib/domain/default-playbook'
import { makeEvidence } from '@/lib/domain/evidence'
import { buildStories } from '@/lib/domain/story-build'
import { followUpOf } from '@/lib/connectors/hubspot/hand-overs/follow-up'
import { staticTokens } from '../../../../sandbox/hubspot/index.ts'
import { apiHost, contactRef, type Harness, harness, leadRef, org } from '../sandbox-harness'

const dayMs = 86_400_000
const mql: HandOverWay = { by: 'lifecycle-stage', stage: { id: 'marketingqualifiedlead', label: 'Marketing Qualified Lead' } }

const ruleFor = (h: Harness, way: HandOverWay, days = 400): HandOverRule => ({
  crm: 'hubspot', org, version: 1, setAt: h.now(), since: h.now() - days * dayMs, way, mql: ['marketingqualifiedlead'], sql: ['salesqualifiedlead'],
})

async function ready(options: Parameters<typeof harness>[0] = {}): Promise<Harness> {
  const h = harness(options)
  await h.ready()
  h.pass(60_000)
  return h
}
function readerOf(h: Harness) {
  const { handOvers } = h.connector
  if (!handOvers) throw new Error('no reader')
  return handOvers
}
async function findAll(h: Harness, rule: HandOverRule, cursor?: string) {
  const pages: HandOverPage[] = []
  for (let at = cursor, more = true; more && pages.length < 30; ) {
    const page = await readerOf(h).find(rule, at)
    pages.push(page)
    more = page.more
    at = page.cursor
  }
  return { found: pages.flatMap(({ found }) => found), cursor: pages.at(-1)?.cursor, pages: pages.length }
}
async function progressOf(h: Harness, rule: HandOverRule, found: readonly FoundHandOver[]) {
  const { progress, lacks } = await readerOf(h).progress(rule, found)
  return { lacks, of: (id: string) => progress.find(({ ref }) => ref.id === id) }
}
/** Contacts that entered the stage, all in one moment or a millisecond apart. */
function enter(h: Harness, count: number, spreadMs: number): void {
  for (let index = 0; index < count; index += 1) {
    const at = h.now() - 50_000 + index * spreadMs
    const record = h.portal.records.create('0-1', at)
    h.portal.records.set(record, 'hs_v2_date_entered_marketingqualifiedlead', new Date(at).toISOString(), at, { sourceType: 'CALCULATED' })
  }
}

describe('what can be chosen', () => {
  it('are the portal’s lifecycle stages and its lists of contacts', async () => {
    const { ways, stages } = await readerOf(await ready()).choices(org)
    expect(ways.find(({ by }) => by === 'lifecycle-stage')?.options).toContainEqual({ id: 'marketingqualifiedlead', label: 'Marketing Qualified Lead' })
    const narrow = await readerOf(await ready({ token: staticTokens.readOnly })).choices(org)
    expect(narrow.ways.find(({ by }) => by === 'list')).toMatchObject({ options: [], need: 'crm.lists.read', error: { kind: 'forbidden' } })
    expect(ways.find(({ by }) => by === 'list')?.options.map(({ label }) => label)).toEqual(['All marketing qualified leads', 'Customers', 'Webinar attendees'])
    expect(stages.length).toBeGreaterThan(5)
  })
})

describe('contacts that entered the stage', () => {
  it('are found with that moment, and read on from there', async () => {
    const h = await ready()
    const { found, cursor } = await findAll(h, ruleFor(h, mql))
    expect(found.length).toBeGreaterThan(10)
    expect(found.find(({ ref }) => ref.id === '70301')).toMatchObject({ ref: contactRef('70301'), precision: 'moment' })
    h.pass(60_000)
    enter(h, 1, 0)
    h.pass(10_000)
    const next = await findAll(h, ruleFor(h, mql), cursor)
    expect(next.found.length).toBeLessThan(5)
    expect(next.found.at(-1)?.at).toBeGreaterThan(h.now() - 130_000)
  })

  it.each([['spread over time', 1], ['entered in one moment, as a workflow moves them', 0]])('come home whole where there are many, %s', async (_name, spread) => {
    const h = await ready()
    const before = (await findAll(h, ruleFor(h, mql))).found.length
    enter(h, 450, spread)
    h.pass(60_000)
    const { found, pages } = await findAll(h, ruleFor(h, mql))
    expect(new Set(found.map(({ ref }) => ref.id)).size).toBe(before + 450)
    expect(pages).toBeGreaterThan(2)
  })

  it('refuse a stage that cannot be one', async () => {
    const h = await ready()
    await expect(readerOf(h).find(ruleFor(h, { by: 'lifecycle-stage', stage: { id: 'a b', label: '' } }), undefined)).rejects.toMatchObject({ kind: 'invalid' })
  })

  it('F24 wait where HubSpot says so, and lose nothing', async () => {
    const h = await ready()
    h.sandbox.faults.add({ host: apiHost, path: '/crm/objects/*/contacts/search', effect: { kind: 'rate-limited', retryAfter: { seconds: 120 } } })
    await expect(readerOf(h).find(ruleFor(h, mql), undefined)).rejects.toMatchObject({ kind: 'rate-limited' })
  })
})

describe('contacts of a list', () => {
  it('come with the moment they joined', async () => {
    const h = await ready()
    const { found } = await findAll(h, ruleFor(h, { by: 'list', list: { id: '5101', label: '' } }))
    const segment = h.portal.marketing.segments.find(({ id }) => id === '5101')
    expect(found.map(({ ref }) => ref.id)).toEqual(segment?.members)
    expect(new Set(found.map(({ precision }) => precision))).toEqual(new Set(['moment']))
  })

  it('come page by page', async () => {
    const h = await ready()
    const members = Array.from({ length: 600 }, (_, index) => String(90_000 + index))
    h.portal.marketing.segments.push({ id: '5199', name: 'Many', members, at: h.now() - dayMs })
    const { found, pages } = await findAll(h, ruleFor(h, { by: 'list', list: { id: '5199', label: '' } }))
    expect([found.length, pages]).toEqual([600, 3])
  })

  it('are read on from the last page, and from the start where somebody left', async () => {
    const h = await ready()
    const segment = { id: '5199', name: 'Many', members: Array.from({ length: 600 }, (_, index) => String(90_000 + index)), at: h.now() - dayMs }
    h.portal.marketing.segments.push(segment)
    const rule = ruleFor(h, { by: 'list', list: { id: '5199', label: '' } })
    const { cursor } = await findAll(h, rule)
    segment.members.push('95000', '95001')
    const next = await findAll(h, rule, cursor)
    expect([next.pages, next.found.length, next.found.at(-1)?.ref.id]).toEqual([1, 102, '95001'])
    segment.members.splice(0, 1)
    segment.members.push('95002')
    const again = await findAll(h, rule, next.cursor)
    expect(new Set(again.found.map(({ ref }) => ref.id))).toEqual(new Set(segment.members))
  })

  it('are read from the start where HubSpot does not know the place any more', async () => {
    const h = await ready()
    const rule = ruleFor(h, { by: 'list', list: { id: '5101', label: '' } })
    h.sandbox.faults.add({ host: apiHost, path: '/crm/lists/*/5101/*', count: 1, effect: { kind: 'respond', status: 400, body: '{"status":"error","category":"VALIDATION_ERROR","message":"no such offset"}', headers: { 'content-type': 'application/json' } } })
    const { found } = await findAll(h, rule, JSON.stringify({ after: 'Zm9v', first: '1@2026-01-01T00:00:00Z' }))
    expect(found.map(({ ref }) => ref.id)).toEqual(h.portal.marketing.segments.find(({ id }) => id === '5101')?.members)
  })
})

describe('what became of them', () => {
  let h: Harness
  let rule: HandOverRule
  beforeEach(async () => {
    h = await ready()
    rule = ruleFor(h, mql)
  })

  it('is source, campaigns by what HubSpot has, first outreach, stages and the deal', async () => {
    const { found } = await findAll(h, rule)
    const { of, lacks } = await progressOf(h, rule, found)
    expect(lacks).toEqual([])
    const priya = of('70301')
    expect(priya).toMatchObject({ source: 'Organic search', lifecycle: 'salesqualifiedlead', outcome: { result: 'open', stage: 'Qualified To Buy', amount: 54_000 }, unknown: [] })
    expect(priya?.sqlAt).toBeGreaterThan(priya?.mqlAt ?? Infinity)
    expect(priya?.same).toEqual([leadRef('55402')])
    expect(of('70302')?.campaigns).toContainEqual(expect.objectContaining({ name: 'Tariff response', by: 'source-detail' }))
    const results = new Set(found.map(({ ref }) => of(ref.id)?.outcome?.result))
    expect(results).toEqual(new Set(['won', 'lost', 'open', undefined]))
    const followed = found.filter(({ ref }) => of(ref.id)?.followedUpAt !== undefined)
    expect(followed.length).toBeGreaterThan(0)
    expect(followed.every(({ ref, at }) => (of(ref.id)?.followedUpAt ?? 0) >= at)).toBe(true)
  })

  it('takes five calls for a batch, and the names of stages once a day', async () => {
    const { found } = await findAll(h, rule)
    const before = h.paths().length
    await readerOf(h).progress(rule, found)
    expect(h.paths().slice(before).map((path) => path.replace(/\d{4}-\d{2}/, 'v'))).toEqual([
      'POST /crm/objects/v/contacts/batch/read', 'POST /crm/associations/v/contacts/deals/batch/read', 'POST /crm/objects/v/deals/batch/read',
      'GET /crm/pipelines/v/deals', 'POST /crm/associations/v/contacts/leads/batch/read',
    ])
    const again = h.paths().length
    await readerOf(h).progress(rule, found)
    expect(h.paths().length - again).toBe(4)
  })

  it('of a contact that is gone is unknown', async () => {
    const { of } = await progressOf(h, rule, [{ ref: contactRef('99999999'), at: h.now(), precision: 'moment' }])
    expect(of('99999999')).toMatchObject({ unknown: ['follow-up', 'campaigns', 'stages', 'outcome'] })
  })

  it('stays unknown where the key may not read deals, and names the scope', async () => {
    const narrow = await ready({ token: staticTokens.readOnly })
    const { found } = await findAll(narrow, rule)
    const { of, lacks } = await progressOf(narrow, rule, found)
    expect(lacks).toEqual([{ part: 'outcome', need: expect.stringContaining('crm.objects.deals.read') }])
    expect(of('70301')).toMatchObject({ outcome: undefined, unknown: ['outcome'], same: [] })
  })
})

describe('campaigns of a contact', () => {
  it.each([
    [{ hs_analytics_source: 'PAID_SOCIAL', hs_analytics_source_data_1: 'LinkedIn', hs_analytics_source_data_2: 'retail' }, [['retail', 'source-detail']]],
    [{ hs_analytics_source: 'ORGANIC_SEARCH', hs_analytics_source_data_1: 'Google' }, []],
    [{ hs_analytics_first_touch_converting_campaign: 'retail', hs_analytics_source: 'PAID_SEARCH', hs_analytics_source_data_1: 'retail' }, [['retail', 'utm']]],
    [{ hs_email_last_email_name: 'News', hs_email_last_send_date: '2026-01-02T00:00:00Z', hs_email_last_click_date: '2026-01-03T00:00:00Z' }, [['News', 'email']]],
    [{ hs_email_last_email_name: 'News', hs_email_last_send_date: '2026-01-04T00:00:00Z', hs_email_last_click_date: '2026-01-03T00:00:00Z' }, []],
  ])('%o', (bag, expected) => {
    expect(influencesOf(bag).map(({ name, by }) => [name, by])).toEqual(expected)
  })
})

describe('a contact that was judged', () => {
  const bag = {
    hs_analytics_first_url: 'https://example.com/a?utm_campaign=Spring', hs_analytics_first_timestamp: '2026-01-02T00:00:00Z',
    hs_analytics_source: 'PAID_SOCIAL', hs_analytics_source_data_2: 'Retail ads',
    hs_analytics_last_url: 'https://example.com/b?utm_campaign=Summer', hs_analytics_last_timestamp: '2026-03-02T00:00:00Z',
    hs_email_last_email_name: 'News', hs_email_last_send_date: '2026-02-01T00:00:00Z', hs_email_last_click_date: '2026-02-02T00:00:00Z',
  }

  it('counts for the same campaigns by its verdict and by its hand-over', () => {
    const contact = { id: '1', properties: bag }
    const person = toPerson(contactRef('1'), contact, new Map(), 'hubspotscore')
    const { stories } = buildStories({ raw: visitsOf(contact), assets: [] })
    const { influences } = makeEvidence({ person, profile: { stage: undefined, persona: undefined, industry: undefined, language: undefined }, stories, playbook: defaultPlaybook })
    expect(influences).toEqual(influencesOf(bag))
    expect(influences?.map(({ name, by }) => [name, by])).toEqual([['Summer', 'utm'], ['News', 'email'], ['Retail ads', 'source-detail'], ['Spring', 'utm']])
  })
})

describe('first sales activity', () => {
  const at = Date.parse('2026-05-05T00:00:00Z')
  it.each([
    ['after the hand-over', { hs_first_outreach_date: '2026-05-06T00:00:00Z' }, { followedUpAt: Date.parse('2026-05-06T00:00:00Z'), followUpExact: true }],
    ['before it and again after', { hs_first_outreach_date: '2026-05-01T00:00:00Z', notes_last_contacted: '2026-05-09T00:00:00Z' }, { followedUpAt: Date.parse('2026-05-09T00:00:00Z'), followUpExact: false }],
    ['before it only', { hs_first_outreach_date: '2026-05-01T00:00:00Z', notes_last_contacted: '2026-05-02T00:00:00Z' }, {}],
    ['none', { hs_first_outreach_date: null, notes_last_contacted: null }, {}],
    ['a portal without such dates', {}, undefined],
  ])('%s', (_name, bag, expected) => {
    expect(followUpOf(bag, { at })).toEqual(expected)
  })
})
