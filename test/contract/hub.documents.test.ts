import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentPage, erasurePage, type DocumentOutcome } from '@/lib/hub-client/contract'
import { digestHex } from '@/hub/secrets/digest'
import * as z from 'zod/mini'
import { envelopes, findingOf, refOf, verdict } from './hub/examples'
import { createHub, engines, type Hub, type Member } from './hub/harness'

describe.each(engines)('the team documents of the hub on %s', (engine) => {
  let hub: Hub
  let marketer: Member
  let robin: Member
  beforeAll(async () => {
    hub = await createHub(engine)
    const owner = await hub.owner()
    ;[marketer, robin] = [await hub.member(owner, 'marketer'), await hub.member(owner, 'rep')]
  }, 120_000)
  afterAll(() => hub.close())

  const put = async (id: string, base: number, more = {}) => (await hub.call('PUT', `/v1/documents/${id}`, { as: marketer, body: { base, document: findingOf(id, more) } })).body as DocumentOutcome
  const remove = async (id: string, base: number) => (await hub.call('DELETE', `/v1/documents/${id}?base=${base}`, { as: marketer })).body as DocumentOutcome
  const pull = async (after = '0', limit = 500) => z.parse(documentPage, (await hub.call('GET', `/v1/documents?after=${after}&limit=${limit}`, { as: robin })).body)

  it('lets only what changed travel, deletions included', async () => {
    expect(await put('a', 0)).toMatchObject({ status: 'stored', version: 1, current: { version: 1, updatedAt: hub.now() } })
    await put('b', 0)
    const first = await pull()
    expect(first.items.map(({ id }) => id)).toEqual(['a', 'b'])
    await put('a', 1, { state: 'decided' })
    expect(await remove('b', 1)).toEqual({ status: 'removed', version: 2 })
    const second = await pull(first.next)
    expect(second.items).toMatchObject([{ id: 'a', version: 2, document: { state: 'decided' } }, { id: 'b', version: 2 }])
    expect(second.items[1]).not.toHaveProperty('document')
    expect((await pull(second.next)).items).toEqual([])
  })

  it('pages', async () => {
    const page = await pull('0', 1)
    expect([page.items.length, page.more]).toEqual([1, true])
  })

  it('shows the second writer both sides and keeps the first', async () => {
    await put('both', 0)
    await put('both', 1, { sentence: 'First' })
    expect(await put('both', 1, { sentence: 'Second' })).toMatchObject({ status: 'conflict', version: 2, current: { sentence: 'First' }, yours: { sentence: 'Second' } })
    expect(await remove('both', 1)).toMatchObject({ status: 'conflict', current: { sentence: 'First' } })
    expect((await pull()).items.find(({ id }) => id === 'both')).toMatchObject({ document: { sentence: 'First' } })
  })

  it('takes a repeat as the write it was, and goes on counting after a deletion', async () => {
    await put('twice', 0)
    expect(await put('twice', 0)).toMatchObject({ status: 'stored', version: 1 })
    await remove('twice', 1)
    expect(await remove('twice', 1)).toEqual({ status: 'removed', version: 2 })
    expect(await put('twice', 0)).toMatchObject({ status: 'conflict', version: 2 })
    expect(await put('twice', 2)).toMatchObject({ status: 'stored', version: 3 })
  })

  it('refuses what is no document, and one under another name', async () => {
    const ask = (document: unknown) => hub.call('PUT', '/v1/documents/x', { as: marketer, body: { base: 0, document } })
    expect([(await ask({ kind: 'finding' })).status, (await ask(findingOf('y'))).status, (await ask('x')).status]).toEqual([400, 400, 400])
  })

  it('F48 keeps fields of a newer release on the round trip', async () => {
    await put('newer', 0, { mood: 'sunny' })
    expect((await pull()).items.find(({ id }) => id === 'newer')).toMatchObject({ document: { mood: 'sunny' } })
  })

  it('answers 304 until something changed', async () => {
    const { headers } = await hub.call('GET', '/v1/documents', { as: robin })
    const again = () => hub.call('GET', '/v1/documents', { as: robin, headers: { 'if-none-match': headers.get('etag') ?? '' } })
    expect((await again()).status).toBe(304)
    await put('news', 0)
    expect((await again()).status).toBe(200)
  })

  it('S61 tells every device whom to erase, as digests', async () => {
    const erased = async (after = '0') => z.parse(erasurePage, (await hub.call('GET', `/v1/erasures?after=${after}`, { as: robin })).body)
    await hub.call('POST', '/v1/privacy/erase', { as: marketer, body: { refs: [refOf(1), refOf(2), refOf(1)], emailHash: 'a'.repeat(64) } })
    const first = await erased()
    const digests = ['hubspot:1000001:contact:1', 'hubspot:1000001:contact:2', 'a'.repeat(64)].map(digestHex)
    expect(first.items.map(({ target }) => target)).toEqual(digests)
    expect(new Set(first.items.map(({ at }) => at))).toEqual(new Set([hub.now()]))
    hub.pass(1000)
    await hub.call('POST', '/v1/privacy/erase', { as: marketer, body: { refs: [refOf(2)] } })
    expect((await erased(first.next)).items).toEqual([{ target: digests[1], at: hub.now() }])
  })

  it('S61 takes the verdicts of somebody erased out of findings, and tells every device', async () => {
    const judged = verdict(hub, 51)
    expect((await hub.call('POST', '/v1/events', { as: robin, body: envelopes(judged) })).status).toBe(200)
    await put('about', 0, { verdictIds: [judged.id, 'hubspot:1000001:contact:51@17', 'another'] })
    await put('about-newer', 0, { verdictIds: [judged.id], mood: 'sunny' })
    const { next } = await pull()
    await hub.call('POST', '/v1/privacy/erase', { as: marketer, body: { refs: [refOf(51)] } })
    expect((await pull(next)).items).toMatchObject([
      { id: 'about', version: 2, document: { verdictIds: ['another'], erased: 2, version: 2 } },
      { id: 'about-newer', version: 2, document: { verdictIds: [], erased: 1, version: 2, mood: 'sunny' } },
    ])
  })
})
