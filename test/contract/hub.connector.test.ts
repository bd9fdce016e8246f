import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import type { HubspotDeps } from '@/lib/connectors/hubspot/deps'
import { createHubspotAdmin } from '@/lib/connectors/hubspot/admin'
import { createHubspotConnector } from '@/lib/connectors/hubspot/connector'
import { createHubspotLibrary } from '@/lib/connectors/hubspot/library/source'
import type { CrmConnector, Delivery } from '@/lib/domain/ports'
import { createHubspotFetch } from '@/lib/hub-client/hubspot-fetch'
import { hubspotState } from '@/lib/hub-client/contract'
import { staticTokens } from '../sandbox/hubspot/index.ts'
import { bodiesOf, contactRef, harness, leadRef, org } from '../unit/connectors/hubspot/sandbox-harness'
import { createCache } from '../unit/connectors/salesforce/sandbox-harness'
import { createHub, type Member } from './hub/harness'
import { hubspotApp, robinEmail } from './hub/hubspot'
import { verdict } from './hub/examples'

/** The connector as it is, once straight to HubSpot and once through a hub, over one and the same HubSpot. */
async function both(token: string = staticTokens.privateApp) {
  const h = harness({ token })
  await h.ready()
  const hub = await createHub('pglite', { hubspot: hubspotApp }, h.sandbox.fetch)
  const follow = () => hub.pass(h.now() - hub.now())
  follow()
  const owner = await hub.owner()
  const answer = await hub.call('PUT', '/v1/hubspot/key', { as: owner, body: { key: token } })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  const rep: Member = { ...await hub.member(owner, 'rep', 'Robin'), role: 'rep' }
  await hub.call('PUT', `/v1/people/${rep.personId}`, { as: owner, body: { role: 'rep', email: robinEmail } })
  const you = z.parse(hubspotState, (await hub.call('GET', '/v1/hubspot', { as: rep })).body).you

  const as = (member: Member): HubspotDeps => ({
    ...h.deps,
    cache: createCache(h.now),
    settings: async () => ({ owner: you, statusByVerdict: { good: 'OPEN' }, log: { notes: true } }),
    fetch: createHubspotFetch({
      url: 'https://hub.example', portal: org, token: async () => member.token,
      fetch: async (input, init) => {
        follow()
        return hub.app.request(input, init)
      },
    }),
  })
  return { h, hub, you, direct: h.connector, rep: createHubspotConnector(as(rep)), desk: createHubspotConnector(as(owner)), admin: createHubspotAdmin(as(owner)), as, owner, follow }
}

describe('the HubSpot connector through the hub', () => {
  let t: Awaited<ReturnType<typeof both>>
  let id = ''
  beforeAll(async () => { t = await both() }, 120_000)
  afterAll(() => t.hub.close())
  // Time without calls: each test has the whole of the limit.
  beforeEach(() => {
    t.h.pass(60_000)
    id = t.hub.id()
  })
  const sure = () => ({ unsure: false, since: t.h.now() })
  const judged = (): Extract<Delivery, { task: 'verdict' }> => ({
    task: 'verdict', event: verdict({ id: () => id, now: t.h.now }, 70_301, { ref: contactRef('70301'), rep: t.you ?? { id: '', name: '', verified: false } }),
  })

  it('shows a person as without it', async () => {
    for (const ref of [contactRef('70301'), leadRef('55402'), contactRef('70319')]) {
      const [straight, through] = [await t.direct.open(ref), await t.rep.open(ref)]
      expect({ ...through, readAt: 0, actingAs: undefined }).toEqual({ ...straight, readAt: 0, actingAs: undefined })
    }
  })

  it('says the same of what may not be read, and of nobody', async () => {
    const narrow = await both(staticTokens.readOnly)
    const ref = contactRef('70301')
    const [straight, through] = [await narrow.direct.open(ref), await narrow.rep.open(ref)]
    expect(through.sources).toEqual(straight.sources)
    await expect(narrow.rep.open(contactRef('999999'))).rejects.toMatchObject({ kind: 'not-found' })
    await narrow.hub.close()
  })

  it('writes verdict, mail and task once, under the rep\'s own name', async () => {
    const { event } = judged()
    await t.rep.deliver(judged(), sure())
    await t.rep.deliver({ task: 'return-task', event: { ...event, until: '2026-10-16' } }, sure())
    await t.rep.deliver({ task: 'send-log', event: {
      type: 'send', id: event.id, at: event.at, ref: event.ref, rep: event.rep, assetId: 'a', assetVersion: 1, title: 'Guide', link: 'https://www.example.com/guide', channel: 'mailto',
    } }, sure())
    const read = await t.rep.open(event.ref)
    expect(read.verdicts[0]).toMatchObject({ eventId: event.id, by: 'Robin Hale' })
    for (const type of ['note', 'email', 'task'] as const) expect(bodiesOf(t.h, type).filter((body) => body.includes(event.id))).toHaveLength(1)
    await t.rep.deliver({ task: 'return-done', event }, sure())
  })

  it('finds what a lost answer left unknown, and writes it once', async () => {
    const lost = t.h.sandbox.faults.add({ host: 'api.hubapi.com', method: 'POST', path: '/crm/objects/*/notes', effect: { kind: 'reset-after' } })
    await expect(t.rep.deliver(judged(), sure())).rejects.toMatchObject({ unsure: true })
    t.h.sandbox.faults.remove(lost)
    const since = t.h.now()
    t.h.pass(60_000)
    await t.rep.deliver(judged(), { unsure: true, since })
    expect(bodiesOf(t.h, 'note').filter((body) => body.includes(judged().event.id))).toHaveLength(1)
  })

  it('leaves the verdict standing where the hub does not agree to its status, says so, and sets it once it does', async () => {
    const agree = (statusByVerdict: Record<string, string>) => t.hub.call('PUT', '/v1/settings', { as: t.owner, body: { name: 'Team', links: 'aggregate', statusByVerdict } })
    const statusNow = () => t.h.sandbox.hubspot.portal(Number(org)).records.find('0-1', '70301')?.history.get('hs_lead_status')?.[0]?.value
    const before = statusNow()
    await t.rep.deliver(judged(), sure())
    expect((await t.rep.open(judged().event.ref)).verdicts[0]).toMatchObject({ eventId: id })
    expect([statusNow(), await t.rep.statusNotAgreed?.(org)]).toEqual([before, 'OPEN'])
    expect((await t.rep.report(org)).abilities).toContainEqual({ name: 'hs-lead-status', ok: false, need: 'OPEN', who: 'hub' })
    await agree({ good: 'OPEN' })
    t.h.pass(60_000)
    id = t.hub.id()
    await t.rep.deliver(judged(), sure())
    expect([statusNow(), await t.rep.statusNotAgreed?.(org)]).toEqual(['OPEN', undefined])
    // Another verdict puts the former one back.
    t.h.pass(60_000)
    const earlier = id
    id = t.hub.id()
    await t.rep.deliver({ task: 'verdict', event: { ...judged().event, verdict: 'wrong' }, earlier }, sure())
    expect(statusNow()).toBe(before)
    await agree({})
  })

  it('refuses a verdict in somebody else\'s name', async () => {
    const { event } = judged()
    await expect(t.rep.deliver({ task: 'verdict', event: { ...event, rep: { ...event.rep, id: '41629780' } } }, sure())).rejects.toMatchObject({ kind: 'wrong-user' })
  })

  it('reads the team\'s verdicts, counters and hand-overs for the desk', async () => {
    await t.rep.deliver(judged(), sure())
    t.h.pass(60_000)
    expect((await t.desk.teamVerdicts(org, undefined)).items).toEqual((await t.direct.teamVerdicts(org, undefined)).items)
    await expect(t.rep.teamVerdicts(org, undefined)).rejects.toMatchObject({ kind: 'forbidden' })
    const refs = [contactRef('70301'), leadRef('55402')]
    const since = t.h.now() - 30 * 86_400_000
    expect(await t.rep.recheck(org, refs, since)).toEqual(await t.direct.recheck(org, refs, since))
    expect(await t.rep.recordsOf(org, 'dana.reyes@northgate.example')).toEqual(await t.direct.recordsOf(org, 'dana.reyes@northgate.example'))
    await sameHandOvers(t.desk, t.direct)
  })

  it('sets HubSpot up, names owners and reads the library', async () => {
    t.h.hubspot.configure({ leadsideProperties: false })
    expect((await t.admin.setUpHubspot(org)).map(({ state }) => state)).not.toContain('failed')
    expect(await t.admin.owners(org)).toEqual(await t.h.admin.owners(org))
    expect(await t.desk.report(org)).toMatchObject({ state: 'connected' })
    const library = (deps: HubspotDeps) => createHubspotLibrary(deps).read({ address: `hubspot:${org}` })
    expect(await library(t.as(t.owner))).toEqual(await library(t.h.deps))
  })
})

async function sameHandOvers({ handOvers: through }: CrmConnector, { handOvers: straight }: CrmConnector): Promise<void> {
  if (!through || !straight) throw new Error('no reader')
  const choices = await straight.choices(org)
  expect(await through.choices(org)).toEqual(choices)
  const [list] = choices.ways.find(({ by }) => by === 'list')?.options ?? []
  const [stage, sql] = ['marketingqualifiedlead', 'salesqualifiedlead'].map((id) => choices.stages.find((one) => one.id === id))
  if (!list || !stage || !sql) throw new Error('nothing to choose')
  for (const way of [{ by: 'list', list }, { by: 'lifecycle-stage', stage }] as const) {
    const rule = { crm: 'hubspot' as const, org, version: 1, setAt: 0, since: 0, way, mql: [stage.id], sql: [sql.id] }
    const found = await straight.find(rule, undefined)
    expect(await through.find(rule, undefined)).toEqual(found)
    expect(found.found.length).toBeGreaterThan(0)
    expect(await through.progress(rule, found.found)).toEqual(await straight.progress(rule, found.found))
  }
}
