import { beforeEach, describe, expect, it } from 'vitest'
import type { AppError } from '@/lib/domain/errors'
import type { FoundHandOver, HandOverRule, HandOverWay } from '@/lib/domain/hand-over'
import type { HandOverPage, HandOverProgress } from '@/lib/domain/hand-over-ports'
import { seedId } from '../../../../sandbox/salesforce/ids.ts'
import { viewId } from '../../../../sandbox/salesforce/data/list-views.ts'
import { harness, host, leadRef } from '../sandbox-harness'

const dayMs = 86_400_000
type Harness = ReturnType<typeof harness>

const ruleFor = (h: Harness, way: HandOverWay, days = 400): HandOverRule => ({
  crm: 'salesforce', org: host, version: 1, setAt: h.now(), since: h.now() - days * dayMs, way, mql: [], sql: [],
})
const working: HandOverWay = { by: 'lead-status', statuses: ['Working - Contacted'] }

async function begin(who: 'marketer' | 'rep' = 'marketer'): Promise<Harness> {
  const h = harness()
  await h.signIn(who)
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
  return { found: pages.flatMap(({ found }) => found), cursor: pages.at(-1)?.cursor, pages: pages.length, lacks: pages.at(-1)?.lacks }
}
const idsOf = (found: readonly FoundHandOver[]) => new Set(found.map(({ ref }) => ref.id))
const entryOf = (found: readonly FoundHandOver[], key: string) => found.find(({ ref }) => ref.id === leadRef(key).id)
async function progressOf(h: Harness, rule: HandOverRule, found: FoundHandOver[]) {
  const { progress, lacks } = await readerOf(h).progress(rule, found)
  return { lacks, of: (key: string): HandOverProgress => {
    const one = progress.find(({ ref }) => ref.id === leadRef(key).id)
    if (!one) throw new Error(`no progress of ${key}`)
    return one
  } }
}
const update = (h: Harness, object: string, id: string, values: Record<string, unknown>) => {
  const spec = h.org.schema.findObject(object)
  if (!spec) throw new Error(`no ${object}`)
  h.org.writer(h.org.user('marketer')).update(spec, id, values)
}

describe('what can be chosen', () => {
  it('are the statuses, queues and people, campaigns and list views of this org', async () => {
    const { ways, stages } = await readerOf(await begin()).choices(host)
    const labels = (by: string) => ways.find((way) => way.by === by)?.options.map(({ label }) => label)
    expect(labels('lead-status')).toEqual(['Open - Not Contacted', 'Working - Contacted', 'Nurturing', 'Closed - Converted', 'Closed - Not Converted'])
    expect(labels('lead-owner')).toEqual(expect.arrayContaining(['Marketing queue']))
    expect(labels('campaign-response')?.length).toBeGreaterThan(3)
    expect(labels('list-view')).toEqual(['All Open Leads', 'Handed to sales'])
    expect(stages).toHaveLength(5)
  })

  it('say what is missing where one of them may not be read', async () => {
    const h = await begin()
    h.org.set({ absentObjects: ['ListView'] })
    const { ways } = await readerOf(h).choices(host)
    expect(ways.find(({ by }) => by === 'list-view')).toMatchObject({ options: [], need: 'ListView', error: { kind: 'not-set-up' } })
    expect(ways.find(({ by }) => by === 'lead-status')?.options).toHaveLength(5)
  })
})

describe('leads whose status became one of the chosen', () => {
  let h: Harness
  let rule: HandOverRule
  beforeEach(async () => {
    h = await begin()
    rule = ruleFor(h, working)
  })

  it('are found with the moment it did, whoever opened them and whatever they are now', async () => {
    const { found, lacks } = await findAll(h, rule)
    const ever = new Set(h.org.rows('LeadHistory').filter((row) => row['NewValue'] === 'Working - Contacted').map((row) => row['LeadId']))
    expect(idsOf(found)).toEqual(ever)
    expect(entryOf(found, 'chen-wei')).toMatchObject({ precision: 'moment' })
    expect(entryOf(found, 'noah-fischer')).toBeUndefined()
    expect(lacks).toEqual([])
  })

  it('are read on from the cursor: only what changed since', async () => {
    const first = await findAll(h, rule)
    h.pass(3_600_000)
    // The last minute is read again: it merges with what is known.
    const again = await findAll(h, rule, first.cursor)
    expect(again.found.length).toBeLessThan(first.found.length / 4)
    expect(first.found).toEqual(expect.arrayContaining(again.found))
    update(h, 'Lead', leadRef('noah-fischer').id, { Status: 'Working - Contacted' })
    const next = await findAll(h, rule, first.cursor)
    expect(entryOf(next.found, 'noah-fischer')).toMatchObject({ precision: 'moment', at: h.now() })
    expect(next.found).toHaveLength(again.found.length + 1)
  })

  it('include those created with that status', async () => {
    const spec = h.org.schema.findObject('Lead')
    if (!spec) throw new Error('no Lead')
    h.pass(1000)
    const id = h.org.writer(h.org.user('marketer')).create(spec, { LastName: 'Direct', Company: 'Straight', Status: 'Working - Contacted' })
    const { found } = await findAll(h, rule)
    expect(found.find(({ ref }) => ref.id === id)).toMatchObject({ at: h.now(), precision: 'moment' })
  })

  it('come page by page where there are hundreds, each once', async () => {
    const spec = h.org.schema.findObject('Lead')
    if (!spec) throw new Error('no Lead')
    const before = (await findAll(h, rule)).found.length
    const writer = h.org.writer(h.org.user('marketer'))
    for (let index = 0; index < 450; index += 1) writer.create(spec, { LastName: `Many ${index}`, Company: 'Many', Status: 'Working - Contacted' })
    const { found, pages } = await findAll(h, rule)
    expect(pages).toBeGreaterThan(2)
    expect(idsOf(found).size).toBe(before + 450)
  })

  it('say so where the org keeps no history: they are known, their moment is not', async () => {
    h.org.set({ absentObjects: ['LeadHistory'] })
    const { found, lacks } = await findAll(h, rule)
    expect(found.length).toBeGreaterThan(5)
    expect(new Set(found.map(({ precision }) => precision))).toEqual(new Set(['unknown']))
    expect(lacks).toEqual([{ part: 'history', need: 'LeadHistory' }])
  })

  it('leave out what is older than the rule looks back', async () => {
    const { found } = await findAll(h, ruleFor(h, working, 30))
    expect(found.length).toBeGreaterThan(0)
    expect(found.every(({ at }) => at >= h.now() - 30 * dayMs)).toBe(true)
  })

  it('F24 stops politely when the API budget is used up, and goes on later', async () => {
    const { cursor } = await findAll(h, rule)
    h.org.set({ apiUsage: { used: 149_000, max: 150_000 } })
    const refused = await findAll(h, rule, cursor).catch((error: unknown) => error)
    expect(refused).toMatchObject({ kind: 'quota' })
    expect((refused as AppError).retryAt).toBeGreaterThan(h.now())
    h.org.set({ apiUsage: { used: 1_000, max: 150_000 } })
    h.pass(20 * 60_000)
    await expect(readerOf(h).find(rule, cursor)).resolves.toMatchObject({ more: false })
  })
})

describe('other ways', () => {
  it('a change to a queue or a person counts by id, from the moment it was made', async () => {
    const h = await begin()
    const queue = { id: seedId('00G', 'marketing-queue'), label: 'Marketing queue' }
    const rule = ruleFor(h, { by: 'lead-owner', owners: [queue] })
    expect((await findAll(h, rule)).found).toEqual([])
    h.pass(60_000)
    update(h, 'Lead', leadRef('noah-fischer').id, { OwnerId: queue.id })
    const handedOver = h.now()
    h.pass(60_000)
    update(h, 'Lead', leadRef('noah-fischer').id, { OwnerId: h.org.user('rep').id })
    expect((await findAll(h, rule)).found).toEqual([{ ref: leadRef('noah-fischer'), at: handedOver, precision: 'moment' }])
  })

  it('a campaign response counts on its day, of leads and contacts', async () => {
    const h = await begin()
    const any = await findAll(h, ruleFor(h, { by: 'campaign-response', campaigns: [] }))
    const [campaign] = h.org.rows('Campaign')
    const one = await findAll(h, ruleFor(h, { by: 'campaign-response', campaigns: [{ id: String(campaign?.['Id']), label: '' }] }))
    const responded = h.org.rows('CampaignMember').filter((row) => row['HasResponded'] === true)
    expect(idsOf(any.found).size).toBe(new Set(responded.map((row) => row['LeadId'] ?? row['ContactId'])).size)
    expect(new Set(any.found.map(({ ref }) => ref.kind))).toEqual(new Set(['lead', 'contact']))
    expect(any.found.some(({ precision }) => precision === 'day')).toBe(true)
    expect(one.found.length).toBeLessThan(any.found.length)
  })

  it('a list view knows who is in it, and since the last reading who came', async () => {
    const h = await begin()
    const rule = ruleFor(h, { by: 'list-view', view: { id: viewId({ key: 'handed-to-sales' }), label: 'Handed to sales' } })
    const first = await findAll(h, rule)
    expect(first.found.length).toBeGreaterThan(5)
    expect(new Set(first.found.map(({ precision }) => precision))).toEqual(new Set(['unknown']))
    h.pass(dayMs)
    await h.signIn('marketer')
    update(h, 'Lead', leadRef('noah-fischer').id, { Status: 'Working - Contacted' })
    const next = await findAll(h, rule, first.cursor)
    expect(entryOf(next.found, 'noah-fischer')).toMatchObject({ at: h.now(), precision: 'day' })
  })

  it('a list view is asked for what changed, and read whole once a week', async () => {
    const h = await begin()
    const rule = ruleFor(h, { by: 'list-view', view: { id: viewId({ key: 'handed-to-sales' }), label: '' } })
    const first = await findAll(h, rule)
    h.pass(dayMs)
    await h.signIn('marketer')
    update(h, 'Lead', leadRef('noah-fischer').id, { Status: 'Working - Contacted' })
    const next = await findAll(h, rule, first.cursor)
    expect(idsOf(next.found)).toEqual(new Set([leadRef('noah-fischer').id]))
    h.pass(7 * dayMs)
    await h.signIn('marketer')
    const whole = await findAll(h, rule, next.cursor)
    expect(whole.found.length).toBeGreaterThan(first.found.length)
    expect(entryOf(whole.found, 'noah-fischer')).toMatchObject({ precision: 'unknown' })
  })

  it('a list view read over days is known as it was when the reading began', async () => {
    const h = await begin()
    const rule = ruleFor(h, { by: 'list-view', view: { id: viewId({ key: 'handed-to-sales' }), label: '' } })
    const spec = h.org.schema.findObject('Lead')
    if (!spec) throw new Error('no Lead')
    const writer = h.org.writer(h.org.user('marketer'))
    for (let n = 0; n < 2_001; n += 1) writer.create(spec, { LastName: `Lead ${n}`, Company: 'Alba', Status: 'Nurturing' })
    const first = await readerOf(h).find(rule, undefined)
    expect(first.more).toBe(true)
    h.pass(dayMs / 2)
    update(h, 'Lead', leadRef('noah-fischer').id, { Status: 'Working - Contacted' })
    h.pass(dayMs / 2)
    await h.signIn('marketer')
    const last = await readerOf(h).find(rule, first.cursor)
    expect([last.more, JSON.parse(last.cursor)]).toEqual([false, { completeAt: h.now() - dayMs, wholeAt: h.now() - dayMs }])
    h.pass(60_000)
    expect(entryOf((await findAll(h, rule, last.cursor)).found, 'noah-fischer')).toMatchObject({ precision: 'day' })
    // A reading under way that an earlier release began does not say when.
    const { startedAt: _, ...before } = JSON.parse(first.cursor) as Record<string, unknown>
    expect(JSON.parse((await readerOf(h).find(rule, JSON.stringify(before))).cursor)).toEqual({})
  })

  it('a list view that is gone says so', async () => {
    const h = await begin()
    await expect(readerOf(h).find(ruleFor(h, { by: 'list-view', view: { id: seedId('00B', 'none'), label: '' } }), undefined)).rejects.toMatchObject({ kind: 'not-found' })
  })
})

describe('what became of them', () => {
  it('is campaigns, first sales activity, conversion and the opportunity', async () => {
    const h = await begin()
    const rule = { ...ruleFor(h, working), sql: ['Closed - Converted'] }
    const { found } = await findAll(h, rule)
    const { of, lacks } = await progressOf(h, rule, found)
    expect(lacks).toEqual([])
    const won = of('sara-lindqvist')
    expect(won).toMatchObject({ outcome: { result: 'won', stage: 'Closed Won' }, source: expect.any(String), unknown: [] })
    expect(won.convertedAt).toBeDefined()
    expect(won.sqlAt).toBeDefined()
    expect(won.same).toEqual([{ ...leadRef('sara-lindqvist'), kind: 'contact', id: seedId('003', 'sara-lindqvist') }])
    expect(of('omar-haddad')).toMatchObject({ outcome: { result: 'lost' } })
    expect(of('chen-wei')).toMatchObject({ outcome: { result: 'open', stage: 'Proposal', amount: 96_000 } })
    expect(of('chen-wei').campaigns.map(({ by }) => by)).toContain('member')
    const camille = of('camille-laurent')
    expect(camille.followedUpAt).toBeGreaterThanOrEqual(entryOf(found, 'camille-laurent')?.at ?? Infinity)
    expect(camille.outcome).toBeUndefined()
  })

  it('takes two calls, however many leads', async () => {
    const h = await begin()
    const rule = ruleFor(h, working)
    const { found } = await findAll(h, rule)
    await readerOf(h).progress(rule, found.slice(0, 1))
    const calls = h.sandbox.log.count({ path: '/services/data/v*/composite' })
    await readerOf(h).progress(rule, found)
    expect(h.sandbox.log.count({ path: '/services/data/v*/composite' }) - calls).toBe(2)
  })

  it('counts no visit a marketing tool logged as a task, nor our own verdict, as a follow-up', async () => {
    const h = await begin()
    const at = h.now() - 300 * dayMs
    const { of } = await progressOf(h, ruleFor(h, working), [{ ref: leadRef('elif-yilmaz'), at, precision: 'moment' }, { ref: leadRef('camille-laurent'), at, precision: 'moment' }])
    expect(of('elif-yilmaz').followedUpAt).toBeUndefined()
    expect(of('elif-yilmaz').unknown).toEqual([])
    expect(of('camille-laurent').followUpExact).toBe(true)
  })

  it('stays unknown where a permission is missing, which costs its own part and is named', async () => {
    const h = await begin()
    h.org.set({ absentObjects: ['Opportunity', 'Task'] })
    const rule = ruleFor(h, working)
    const { found } = await findAll(h, rule)
    const { of, lacks } = await progressOf(h, rule, found)
    expect(of('sara-lindqvist')).toMatchObject({ outcome: undefined, unknown: ['follow-up', 'outcome'] })
    expect(of('sara-lindqvist').campaigns.length).toBeGreaterThan(0)
    expect(lacks).toEqual(expect.arrayContaining([{ part: 'outcome', need: 'Opportunity' }, { part: 'follow-up', need: 'Task' }]))
  })

  it('of a converted lead this user may not see is unknown, and says which permission it takes', async () => {
    const h = await begin('rep')
    const { of, lacks } = await progressOf(h, ruleFor(h, working), [{ ref: leadRef('sara-lindqvist'), at: h.now() - 300 * dayMs, precision: 'moment' }])
    expect(of('sara-lindqvist').unknown).toEqual(['follow-up', 'campaigns', 'stages', 'outcome'])
    expect(lacks).toEqual([{ part: 'record', need: 'View and Edit Converted Leads' }])
  })
})
