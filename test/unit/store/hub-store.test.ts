import { beforeEach, describe, expect, it } from 'vitest'
import type { LinkView } from '@/lib/domain/hub'
import { recordKey } from '@/lib/domain/record-key'
import { boot, createMachine } from '../../fixtures/store/machine'
import { lead, verdict, withdrawal } from '../../fixtures/store/events'

const view = (id: string, n: number, at = 5): LinkView => ({ id, linkId: 'l', assetId: 'a1', record: recordKey(lead(n)), at, agent: { by: 'human', cause: 'page' } })
const membership = {
  address: 'https://hub.example', sessionId: 's', member: { id: 'p', name: 'Ada', role: 'rep' as const }, about: { name: 'Team', links: { open: true } }, joinedAt: 1, rotatedAt: 1,
}

describe('what is kept of the hub', () => {
  let stores: Awaited<ReturnType<typeof boot>>
  beforeEach(async () => {
    stores = await boot(createMachine())
  })

  it('is the membership, the progress and the views, until it is left; the device keeps its name', async () => {
    const { hubStore } = stores
    const device = await hubStore.device(() => 'first')
    await hubStore.setMembership(membership)
    await hubStore.setProgress({ part: 'assets', cursor: '7', tag: 't', at: 3 })
    await hubStore.addViews([view('v1', 1), view('v2', 2), view('v1', 1)])
    expect(await hubStore.membership()).toEqual(membership)
    expect(await hubStore.progress()).toEqual([{ part: 'assets', cursor: '7', tag: 't', at: 3 }])
    expect((await hubStore.viewsOf([recordKey(lead(1))])).map(({ id }) => id)).toEqual(['v1'])
    await hubStore.clear()
    expect([await hubStore.membership(), await hubStore.progress(), await hubStore.viewsOf([recordKey(lead(1))])]).toEqual([undefined, [], []])
    expect(await hubStore.device(() => 'second')).toBe(device)
  })

  it('F48 is what a newer release wrote beside, until it is there no more or the hub is left', async () => {
    const { hubStore } = stores
    await hubStore.keepLater('assets', [{ id: 'a', later: { fields: { mood: 'calm' } } }, { id: 'b' }])
    await hubStore.keepLater('documents', [{ id: 'a', later: { under: { concerns: { fields: { region: 'north' } } } } }])
    expect(await hubStore.laterOf('assets', ['b', 'a'])).toEqual(new Map([['a', { fields: { mood: 'calm' } }]]))
    await hubStore.keepLater('assets', [{ id: 'a' }])
    expect([(await hubStore.laterOf('assets', ['a'])).size, (await hubStore.laterOf('documents', ['a'])).size]).toEqual([0, 1])
    await hubStore.clear()
    expect((await hubStore.laterOf('documents', ['a'])).size).toBe(0)
  })

  it('tells documents of the hub from those made here and from rows of before, which stay', async () => {
    const { documents } = stores
    const answer = (id: string, more: object = {}) => ({ kind: 'request-answer' as const, id, version: 1, updatedAt: 5, requestIds: ['q'], assetId: 'a', ...more })
    const ids = async () => (await documents.all('request-answer')).map(({ id }) => id).sort()
    await documents.put([answer('before'), answer('known'), answer('newer-here', { version: 3 })])
    // The same, one that is older than the copy here, and a new one come from the hub.
    expect(await documents.put([answer('known'), answer('newer-here', { version: 2 }), answer('hubs')], 'hub')).toBe(1)
    // What is changed here alone is one's own again.
    await documents.put([answer('hubs-changed')], 'hub')
    await documents.put([answer('hubs-changed', { version: 2 })])
    await documents.forgetHub()
    expect(await ids()).toEqual(['before', 'hubs-changed', 'newer-here'])
  })

  it('shows verdicts of others once, without those withdrawn, and forgets them when the hub is left', async () => {
    const { team, feedback, ledger } = stores
    await ledger.append([verdict(1)], [])
    expect(await team.mergeEvents([verdict(1), verdict(2, { ref: lead(2) }), verdict(3, { ref: lead(3) })])).toBe(2)
    expect(await team.mergeEvents([verdict(2, { ref: lead(2) }), withdrawal(4, verdict(3, { ref: lead(3) }))])).toBe(1)
    expect((await feedback.page({ limit: 9 })).entries.map(({ id, origin }) => [id.slice(-1), origin])).toEqual([['2', 'hub'], ['1', 'here']])
    await team.forget('salesforce:acme.my.salesforce.com')
    expect(await feedback.count()).toBe(2)
    await team.forgetHub()
    expect((await feedback.page({ limit: 9 })).entries.map(({ origin }) => origin)).toEqual(['here'])
    expect(await team.events()).toEqual([])
  })

  it('knows every record anything is kept of, and erases a person up to a moment', async () => {
    const { hubStore, ledger, team, eraser } = stores
    await ledger.append([verdict(1), verdict(2, { ref: lead(2) })], [])
    await team.mergeEvents([verdict(8, { ref: lead(2) })])
    await hubStore.addViews([view('v1', 2, 3_000), view('v2', 2, 9_000)])
    expect((await hubStore.recordKeys()).sort()).toEqual([recordKey(lead(1)), recordKey(lead(2))])
    await eraser.person([lead(2)], 5_000)
    expect((await team.events()).map(({ at }) => at)).toEqual([8_000])
    expect((await hubStore.viewsOf([recordKey(lead(2))])).map(({ id }) => id)).toEqual(['v2'])
    expect((await ledger.forRecord([recordKey(lead(2))]))).toEqual([])
    await eraser.person([lead(2)])
    expect(await hubStore.recordKeys()).toEqual([recordKey(lead(1))])
  })

  it('S61 knows who was handed over and nothing else is kept of', async () => {
    const { hubStore, handOvers } = stores
    const rule = { ...lead(5), version: 1, setAt: 1, since: 0, way: { by: 'lead-status' as const, statuses: ['Working'] }, mql: [], sql: [] }
    await handOvers.setRule(rule)
    await handOvers.merge(rule, { found: [{ ref: lead(5), at: 1, precision: 'moment' }], cursor: 'c', more: false, lacks: [] }, 1)
    expect(await hubStore.recordKeys()).toEqual([recordKey(lead(5))])
  })

  it('keeps erasures to tell until they were told', async () => {
    const { hubStore } = stores
    await hubStore.addErasure({ id: 'e1', at: 1, refs: [lead(1)], emailHash: 'e3b0' })
    expect(await hubStore.erasuresToTell()).toMatchObject([{ id: 'e1' }])
    await hubStore.removeErasure('e1')
    expect(await hubStore.erasuresToTell()).toEqual([])
  })
})
