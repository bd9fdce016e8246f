import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { recordKey } from '@/lib/domain/record-key'
import { createDataCare } from '@/lib/app/data'
import { createNeeds } from '@/lib/app/needs'
import { sameWords } from '@/lib/search/same-words'
import { createBrowser } from './hub/browser'
import type { Asset } from '@/lib/domain/asset'
import type { VerdictEvent } from '@/lib/domain/ledger'
import type { RecordRef } from '@/lib/domain/record-ref'
import { sampleOrgs } from '@/lib/domain/sample-workspace'
import { assetOf, findingOf, playbookOf, rep, verdict as exampleVerdict } from './hub/examples'
import { codeIn, createHub, type Hub } from './hub/harness'
import { ownerInvite } from '@/hub/people/bootstrap'

/** Another portal than that of the sample people, who are told to nobody. */
const refOf = (id: number): RecordRef => ({ crm: 'hubspot', org: '24680135', kind: 'contact', id: String(id) })
const verdict = (of: Hub, record: number, more: Partial<VerdictEvent> = {}) => exampleVerdict(of, record, { ref: refOf(record), ...more })
type Browser = Awaited<ReturnType<typeof createBrowser>>
const look = async (browser: Browser) => {
  browser.app.clock.advance(45_000)
  await browser.team.sync.look()
}
const titles = async (browser: Browser) => (await browser.app.stores.assets.all()).map(({ title }) => title).sort()

async function held(browser: Browser, id: string): Promise<Asset> {
  const asset = await browser.app.stores.assets.byId(id)
  if (!asset) throw new Error(id)
  return asset
}

describe('browsers and their hub', () => {
  let hub: Hub
  let marketer: Browser
  let robin: Browser
  let invite: (role: 'owner' | 'marketer' | 'rep') => Promise<string>

  beforeAll(async () => {
    hub = await createHub('pglite')
    marketer = await createBrowser(hub)
    await marketer.join(codeIn(await ownerInvite(hub.deps) ?? ''), 'Olivia')
    await marketer.team.sync.run()
    invite = async (role) => codeIn(await (await marketer.team.expectSession()).invite({ id: hub.id(), role, uses: 1, expiresAt: hub.now() + 86_400_000 }) ?? '')
    robin = await createBrowser(hub)
    await robin.join(await invite('rep'), 'Robin')
  }, 120_000)
  afterAll(() => hub.close())

  it('joins once, keeps the token in the vault only, and knows who it is', async () => {
    expect(await robin.team.membership.current()).toMatchObject({ address: 'https://hub.example', member: { name: 'Robin', role: 'rep' }, about: { name: 'Leadside hub', links: { open: true } } })
    const { accessToken = '' } = (await robin.app.stores.vault.get('hub:team')) ?? {}
    expect(accessToken).toMatch(/^[\w-]{43}$/)
    expect(JSON.stringify([...robin.app.machine.local.values.values(), await robin.app.stores.hubStore.membership(), await robin.team.state(robin.publishing)])).not.toContain(accessToken)
    await expect(robin.join(await invite('rep'))).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('refuses what is no invite, a hub in the clear and another hub than the fixed one', async () => {
    const fixed = await createBrowser(hub, { policy: { hubAddress: 'https://hub.acme.example' } })
    const code = 'x'.repeat(32)
    for (const [browser, text, kind] of [
      [robin, 'hello', 'invalid'], [robin, code, 'invalid'], [robin, `http://hub.example/join#${code}`, 'invalid'], [fixed, `https://hub.example/join#${code}`, 'policy'],
    ] as const) await expect(browser.team.membership.join({ invite: text, name: 'X' })).rejects.toMatchObject({ kind })
    expect(fixed.asked).toEqual([])
  })

  it('brings what a marketer publishes to every rep who looks, and then asks without an answer', async () => {
    await marketer.publishing.assets.put([assetOf('guide'), assetOf('secret', { status: 'draft' })])
    expect(await marketer.app.stores.assets.byId('guide')).toMatchObject({ version: 1, source: { system: 'hub' } })
    await look(robin)
    expect(await titles(robin)).toEqual(['Guide guide'])
    await look(robin)
    robin.took()
    await look(robin)
    expect(robin.took()).toEqual(['GET /v1/assets 304', 'GET /v1/documents 304', 'GET /v1/views 304'])
    await marketer.publishing.assets.put([{ ...(await held(marketer, 'guide')), status: 'archived' }])
    await look(robin)
    expect((await robin.app.stores.assets.byId('guide'))?.status).toBe('archived')
    await marketer.publishing.assets.put([{ ...(await held(marketer, 'guide')), status: 'approved' }])
    await look(robin)
  })

  it('asks nothing while nobody looks, and several that look together are one', async () => {
    robin.took()
    robin.app.clock.advance(3_600_000)
    expect(robin.took()).toEqual([])
    await Promise.all([robin.team.sync.look(), robin.team.sync.look(), robin.team.sync.look()])
    const once = robin.took().length
    await robin.team.sync.look()
    expect(robin.took()).toEqual([])
    expect(once).toBeLessThan(10)
  })

  it('tells the second writer, shows theirs and loses nothing', async () => {
    const second = await createBrowser(hub)
    await second.join(await invite('marketer'), 'Mika')
    await second.team.sync.run()
    const before = await held(second, 'guide')
    await marketer.publishing.assets.put([{ ...before, title: 'First' }])
    await expect(second.publishing.assets.put([{ ...before, title: 'Second' }])).rejects.toMatchObject({ kind: 'conflict', detail: 'Second' })
    const theirs = await held(second, 'guide')
    expect(theirs.title).toBe('First')
    await second.publishing.assets.put([{ ...theirs, title: 'Second' }])
    await look(marketer)
    expect((await marketer.app.stores.assets.byId('guide'))?.title).toBe('Second')
  })

  it('lets reps read the repository and keep their own, and refuses edits of the team\'s', async () => {
    await expect(robin.publishing.assets.put([{ ...(await held(robin, 'guide')), title: 'Mine' }])).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(robin.publishing.staging.stage('mine', [{ ...(await held(robin, 'guide')), title: 'Mine' }], hub.now())).rejects.toMatchObject({ kind: 'forbidden' })
    await robin.publishing.assets.put([assetOf('own')])
    expect(await robin.app.stores.assets.byId('own')).toMatchObject({ source: { system: 'local' } })
    await robin.app.stores.assets.remove(['own'])
  })

  it('lets no rep run a playbook or documents of their own beside the team\'s', async () => {
    const before = (await robin.app.stores.playbooks.current())?.version
    await expect(robin.publishing.playbooks.put(playbookOf('99'), hub.now())).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(robin.publishing.documents.put([findingOf('mine', { version: 1 })])).rejects.toMatchObject({ kind: 'forbidden' })
    expect([(await robin.app.stores.playbooks.current())?.version, (await robin.app.stores.documents.all('finding')).map(({ id }) => id)]).toEqual([before, []])
  })

  it('publishes an import and what a browser had of its own', async () => {
    await marketer.app.stores.assets.put([assetOf('old', { version: 4 })])
    await marketer.publishing.staging.stage('i', [assetOf('imported', { version: 1, source: { system: 'import' } })], hub.now())
    await marketer.publishing.staging.publish('i')
    expect(await marketer.publishing.unpublished()).toEqual([])
    await look(robin)
    expect(await titles(robin)).toEqual(expect.arrayContaining(['Guide imported', 'Guide old']))
  })

  it('carries the playbook, and shows the other one to the second writer', async () => {
    await marketer.publishing.playbooks.put(playbookOf('2'), hub.now())
    await look(robin)
    expect((await robin.app.stores.playbooks.current())?.version).toBe('2')
    const second = await createBrowser(hub)
    await second.join(await invite('marketer'), 'Mika')
    await expect(second.publishing.playbooks.put(playbookOf('3'), hub.now())).rejects.toMatchObject({ kind: 'conflict' })
    expect((await second.app.stores.playbooks.current())?.version).toBe('2')
  })

  it('carries findings, deletions too', async () => {
    const finding = { kind: 'finding' as const, id: 'f1', version: 1, updatedAt: hub.now(), sentence: 'Webinars bring students', state: 'noticed' as const, noticedAt: hub.now(), concerns: { source: 'Webinar' }, verdictIds: [], reps: 2 }
    await marketer.publishing.documents.put([finding])
    await look(robin)
    expect(await robin.app.stores.documents.all('finding')).toMatchObject([{ sentence: 'Webinars bring students' }])
    await marketer.publishing.documents.put([{ ...finding, version: 2, sentence: 'Webinars for students' }])
    await look(robin)
    expect(await robin.app.stores.documents.all('finding')).toMatchObject([{ sentence: 'Webinars for students', version: 2 }])
    await marketer.publishing.documents.remove(['f1'])
    await look(robin)
    expect(await robin.app.stores.documents.all('finding')).toEqual([])
  })

  it('brings verdicts to marketing once, and a rep sees only their own', async () => {
    await robin.append([verdict(hub, 1), verdict(hub, 2, { verdict: 'wrong' })])
    expect(await robin.flusher.flush()).toMatchObject({ delivered: 2, failed: 0 })
    await look(marketer)
    await look(marketer)
    expect((await marketer.app.stores.feedback.page({ limit: 9 })).entries.map(({ origin, verdict: given }) => `${origin} ${given}`).toSorted()).toEqual(['hub good', 'hub wrong'])
    const sam = await createBrowser(hub)
    await sam.join(await invite('rep'), 'Sam')
    await sam.team.sync.run()
    expect(await sam.app.stores.feedback.count()).toBe(0)
  })

  it('offers what was judged before joining, once', async () => {
    const late = await createBrowser(hub)
    await late.app.stores.ledger.append([verdict(hub, 31), verdict(hub, 32)].map((event) => ({ ...event, at: event.at - 1 })), [])
    await late.join(await invite('rep'), 'Lou')
    expect((await late.team.state(late.publishing))?.shareable).toBe(2)
    expect(await late.team.share(true)).toBe(2)
    expect((await late.team.state(late.publishing))?.shareable).toBe(0)
    expect(await late.flusher.flush()).toMatchObject({ delivered: 2 })
  })

  it('S36 sends the tracked link where there is one in time, and its opening comes back as a touch', async () => {
    const url = await robin.team.link({ id: hub.id(), assetId: 'guide', ref: refOf(1) })
    expect(url).toMatch(/^https:\/\/go\.example\/l\/[\w-]{24}$/)
    expect(await robin.team.link({ id: hub.id(), assetId: 'nothing', ref: refOf(1) })).toBeUndefined()
    expect(await robin.team.link({ id: hub.id(), assetId: 'guide', ref: { ...refOf(1), org: sampleOrgs[refOf(1).crm] } })).toBeUndefined()
    robin.wire.hold = new Promise(() => undefined)
    expect(await robin.team.link({ id: hub.id(), assetId: 'guide', ref: refOf(1) })).toBeUndefined()
    robin.wire.hold = undefined
    const open = async () => { await hub.app.request(url ?? '', { headers: { 'user-agent': 'Mozilla/5.0 Firefox/150.0', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', 'sec-fetch-user': '?1' } }); await hub.settled() }
    hub.pass(600_000)
    await open()
    await look(robin)
    expect(await robin.app.stores.hubStore.viewsOf([recordKey(refOf(1))])).toEqual([])
    await (await marketer.team.expectSession()).setTerms({ name: 'Team', links: 'person', legalGround: 'Consent in the form' })
    await open()
    await look(robin)
    expect(await robin.app.stores.hubStore.viewsOf([recordKey(refOf(1))])).toMatchObject([{ assetId: 'guide', agent: { by: 'human' } }])
  })

  it('sends the own address where the policy forbids tracked links or the hub has no public address', async () => {
    const strict = await createBrowser(hub, { policy: { trackedLinks: false } })
    await strict.join(await invite('rep'))
    strict.took()
    expect(await strict.team.link({ id: hub.id(), assetId: 'guide', ref: refOf(1) })).toBeUndefined()
    expect(strict.took()).toEqual([])
  })

  it('with the hub away says so, rests longer each time, and tells everything when it is back', async () => {
    robin.wire.down = true
    robin.took()
    await robin.append([verdict(hub, 3)])
    await robin.flusher.flush()
    for (let minutes = 0; minutes < 240; minutes += 1) {
      robin.app.clock.advance(60_000)
      await robin.team.sync.look()
    }
    expect(robin.took().length).toBeLessThan(40)
    expect(await robin.team.state(robin.publishing)).toMatchObject({ error: { kind: 'offline' }, queue: 1, ended: false })
    robin.wire.down = false
    robin.app.clock.advance(15 * 60_000)
    await robin.team.sync.look()
    expect((await robin.team.state(robin.publishing))?.error).toBeUndefined()
    await robin.flusher.flush()
    expect((await robin.team.state(robin.publishing))?.queue).toBe(0)
  })

  it('S61 erases a person at the hub and in every browser that asks, queued while the hub is away', async () => {
    marketer.wire.down = true
    await marketer.team.erase({ refs: [refOf(1)], email: 'Pat@Example.com' })
    await marketer.app.stores.eraser.person([refOf(1)])
    expect(await marketer.app.stores.hubStore.erasuresToTell()).toHaveLength(1)
    expect(await marketer.team.state(marketer.publishing)).toMatchObject({ erasures: 1 })
    expect(await robin.app.stores.ledger.forRecord([recordKey(refOf(1))])).toHaveLength(1)
    marketer.wire.down = false
    await marketer.team.sync.run()
    expect(await marketer.app.stores.hubStore.erasuresToTell()).toEqual([])
    await robin.team.sync.run()
    expect(await robin.app.stores.ledger.forRecord([recordKey(refOf(1))])).toEqual([])
    expect(await robin.app.stores.hubStore.viewsOf([recordKey(refOf(1))])).toEqual([])
    expect(await robin.app.stores.ledger.forRecord([recordKey(refOf(2))])).toHaveLength(1)
  })

  it('S61 tells a rep that the hub keeps its copy, and whoever was refused, and deletes the one here all the same', async () => {
    const data = (browser: Browser) => createDataCare({ ...browser.app.deps, hub: browser.team })
    const outcome = async (browser: Browser, record: number) => {
      await browser.append([verdict(hub, record)])
      const { atHub } = await data(browser).deletePerson(String(record))
      return [atHub, (await browser.app.stores.ledger.forRecord([recordKey(refOf(record))])).length]
    }
    const [rae, mo] = [await createBrowser(hub), await createBrowser(hub)]
    await rae.join(await invite('rep'), 'Rae')
    rae.took()
    expect(await outcome(rae, 8801)).toEqual(['refused', 0])
    expect(rae.took()).toEqual([])
    const { member: { id } } = await mo.join(await invite('marketer'), 'Mo')
    expect(await outcome(mo, 8802)).toEqual(['done', 0])
    mo.wire.down = true
    expect(await outcome(mo, 8803)).toEqual(['later', 0])
    // Meanwhile no marketer any more: what waited is refused, and that is said.
    await (await marketer.team.expectSession()).setRole(id, 'rep')
    mo.wire.down = false
    await mo.team.sync.run()
    expect(await mo.app.stores.hubStore.erasuresToTell()).toEqual([])
    expect(await mo.app.stores.warnings.all()).toMatchObject([{ kind: 'erasure-refused', detail: '2026-09-16' }])
    await (await marketer.team.expectSession()).setRole(id, 'marketer')
    await mo.team.sync.run()
    await (await marketer.team.expectSession()).setRole(id, 'rep')
    expect(await outcome(mo, 8804)).toEqual(['refused', 0])
    expect(await mo.app.stores.warnings.all()).toHaveLength(1)
    expect(await createDataCare(mo.app.deps).deletePerson('nobody')).toEqual({ deleted: 0, atHub: undefined })
  })

  it('S61 ends the session at the hub when everything here is deleted, and waits for no hub that is away', async () => {
    const gone = async (down: boolean | 'slow') => {
      const browser = await createBrowser(hub)
      const { sessionId } = await browser.join(await invite('marketer'), 'Gone')
      const token = (await browser.app.stores.vault.get('hub:team'))?.accessToken ?? ''
      browser.wire.down = down === true
      if (down === 'slow') browser.wire.hold = new Promise(() => undefined)
      const { deps } = browser.app
      const deleted = createDataCare({ ...deps, hub: browser.team, eraser: { ...deps.eraser, everything: async () => (await deps.eraser.everything(), browser.team.membership.forget()) } }).deleteAll('drop')
      await vi.waitFor(() => expect(browser.asked.at(-1)).toContain('DELETE /v1/sessions/'))
      // Long before the request itself is given up.
      browser.app.clock.advance(1_000)
      await deleted
      expect([await browser.team.membership.current(), await browser.app.stores.vault.get('hub:team'), await browser.app.stores.hubStore.erasuresToTell()]).toEqual([undefined, undefined, []])
      return { token, sessionId, took: browser.took() }
    }
    const { token, sessionId, took } = await gone(false)
    expect(took.at(-1)).toBe(`DELETE /v1/sessions/${sessionId} 200`)
    expect((await hub.call('GET', '/v1/me', { as: token })).status).toBe(401)
    for (const away of [true, 'slow'] as const) expect((await hub.call('GET', '/v1/me', { as: (await gone(away)).token })).status).toBe(200)
  }, 10_000)

  it('tells marketing what a rep searched in vain, and not who', async () => {
    const ofRobin = createNeeds({ ...robin.app.deps, ledger: { ...robin.app.deps.ledger, append: (events) => robin.append([...events]) }, hub: robin.team }, robin.app.history, sameWords)
    await ofRobin.missed({ query: 'cold chain audit', ref: refOf(90) })
    await robin.flusher.flush()
    await look(marketer)
    const { misses } = await createNeeds({ ...marketer.app.deps, hub: marketer.team }, marketer.app.history, sameWords).list()
    expect(misses).toMatchObject([{ query: 'cold chain audit', count: 1 }])
    expect(JSON.stringify(await marketer.app.stores.team.events(['missed']))).not.toContain('Robin')
  })

  it('gives the hub no static key where the policy forbids keys', async () => {
    const boss = await createBrowser(hub, { policy: { allowStaticToken: false } })
    await boss.join(await invite('owner'), 'Boss')
    boss.took()
    await expect(boss.team.keepHubspotKey('pat-na1-00000000-0000-4000-8000-000000000001')).rejects.toMatchObject({ kind: 'policy', detail: 'allowStaticToken' })
    expect(boss.took()).toEqual([])
    // Elsewhere it reaches the hub, which asks HubSpot.
    await expect(marketer.team.keepHubspotKey('pat-na1-00000000-0000-4000-8000-000000000001')).rejects.not.toMatchObject({ kind: 'policy' })
  })

  it('S61 hands a member what the hub keeps about them', async () => {
    const session = await robin.team.membership.session()
    expect(JSON.stringify(await session?.exportOwn())).toContain('Robin')
  })

  it('F48 works with a hub of a newer release and skips what it does not understand', async () => {
    const owner = (await marketer.app.stores.vault.get('hub:team'))?.accessToken ?? ''
    await hub.call('POST', '/v1/assets', { as: owner, body: { items: [{ base: 0, asset: { ...assetOf('newer'), mood: 'calm' } }] } })
    await robin.team.sync.run()
    expect(await robin.app.stores.assets.byId('newer')).toMatchObject({ id: 'newer' })
  })

  it('F48 hands back what a newer release wrote beside, from the next edit of an asset, a document and the playbook', async () => {
    const owner = (await marketer.app.stores.vault.get('hub:team'))?.accessToken ?? ''
    const older = await createBrowser(hub)
    await older.join(await invite('marketer'), 'Mika')
    const book = { ...playbookOf('20'), mood: 'calm', personas: [{ id: 'it', patterns: ['cio'], weight: 7 }, { id: 'hr', patterns: ['people'] }] }
    const current = (await marketer.app.stores.playbooks.current())?.version
    await hub.call('POST', '/v1/assets', { as: owner, body: { items: [{ base: 0, asset: { ...assetOf('kept'), mood: 'calm', source: { system: 'hub', mirror: 'x' } } }] } })
    await hub.call('PUT', '/v1/documents/kept', { as: owner, body: { base: 0, document: { ...findingOf('kept'), mood: 'calm', concerns: { source: 'Webinar', region: 'north' } } } })
    await hub.call('PUT', '/v1/playbook', { as: owner, body: { base: current, playbook: book } })
    await older.team.sync.run()

    await older.publishing.assets.put([{ ...await held(older, 'kept'), title: 'Edited', expires: 7 }])
    const [document] = (await older.app.stores.documents.all('finding')).filter(({ id }) => id === 'kept')
    if (document) await older.publishing.documents.put([{ ...document, version: document.version + 1, sentence: 'Edited' }])
    const known = await older.app.stores.playbooks.current()
    if (known) await older.publishing.playbooks.put({ ...known, version: '21', personas: [...known.personas].reverse().map((one) => ({ ...one, patterns: [...one.patterns, 'more'] })) }, hub.now())

    const stored = async (path: string) => (await hub.call('GET', path, { as: owner })).body as { items: { id: string; asset?: object; document?: object }[]; playbook?: object }
    expect((await stored('/v1/assets?after=0')).items.find(({ id }) => id === 'kept')?.asset).toMatchObject({ title: 'Edited', expires: 7, mood: 'calm', version: 2 })
    expect((await stored('/v1/documents?after=0')).items.find(({ id }) => id === 'kept')?.document).toMatchObject({ sentence: 'Edited', mood: 'calm', concerns: { source: 'Webinar', region: 'north' }, version: 2 })
    expect((await stored('/v1/playbook')).playbook).toMatchObject({ version: '21', mood: 'calm', personas: [{ id: 'hr', patterns: ['people', 'more'] }, { id: 'it', patterns: ['cio', 'more'], weight: 7 }] })
    // And again, from what the conflict showed.
    const before = await held(older, 'kept')
    await hub.call('POST', '/v1/assets', { as: owner, body: { items: [{ base: 2, asset: { ...assetOf('kept'), mood: 'wild' } }] } })
    await expect(older.publishing.assets.put([{ ...before, title: 'Late' }])).rejects.toMatchObject({ kind: 'conflict' })
    await older.publishing.assets.put([{ ...await held(older, 'kept'), title: 'In time' }])
    expect((await stored('/v1/assets?after=0')).items.find(({ id }) => id === 'kept')?.asset).toMatchObject({ title: 'In time', mood: 'wild' })
  })

  it('F48 keeps the team\'s playbook where it cannot read it, and says so to who writes another', async () => {
    const owner = (await marketer.app.stores.vault.get('hub:team'))?.accessToken ?? ''
    const book = async () => (await hub.call('GET', '/v1/playbook', { as: owner })).body as { playbook: { version: string } }
    const older = await createBrowser(hub)
    await older.join(await invite('marketer'), 'Mika')
    await older.team.sync.run()
    const before = await book()
    const known = await older.app.stores.playbooks.current()
    const isOfNewerRelease = (version: string, stages: unknown) => sql`update playbook set version = ${version}, body = jsonb_set(jsonb_set(body, '{stages}', ${JSON.stringify(stages)}::text::jsonb), '{version}', ${JSON.stringify(version)}::text::jsonb)
      where version in ('later', ${before.playbook.version})`.execute(hub.deps.db)
    await isOfNewerRelease('later', 'drawn')
    await expect(older.publishing.playbooks.put(playbookOf('30'), hub.now())).rejects.toMatchObject({ kind: 'conflict', detail: 'playbook' })
    expect([await book(), await older.app.stores.playbooks.current()]).toEqual([{ playbook: { ...before.playbook, version: 'later', stages: 'drawn' } }, known])
    await isOfNewerRelease(before.playbook.version, (before.playbook as unknown as { stages: unknown }).stages)
  })

  it('F48 reads anew, once it is newer itself, what it did not understand, and otherwise only what changed', async () => {
    const owner = (await marketer.app.stores.vault.get('hub:team'))?.accessToken ?? ''
    const rep = await createBrowser(hub)
    const pulls = async (release: string) => {
      rep.deps.release = release
      rep.took()
      await look(rep)
      return rep.took().filter((line) => line.startsWith('GET /v1/assets') || line.startsWith('GET /v1/documents')).map((line) => line.slice(8))
    }
    await rep.join(await invite('rep'), 'Rae')
    await rep.team.sync.run()
    await look(rep)
    expect(await pulls('1.0.0')).toEqual(['assets 304', 'documents 304'])
    // Both hold fields of a newer release by now.
    expect(await pulls('1.1.0')).toEqual(['assets 200', 'documents 200'])
    await look(rep)
    expect(await pulls('1.1.0')).toEqual(['assets 304', 'documents 304'])
    await hub.call('DELETE', '/v1/documents/kept?base=2', { as: owner })
  })

  it('one document the hub refuses or has otherwise holds up none of the others', async () => {
    const second = await createBrowser(hub)
    await second.join(await invite('marketer'), 'Mika')
    await second.team.sync.run()
    await marketer.publishing.documents.put([findingOf('mid', { version: 1, sentence: 'Theirs' })])
    const given = ['first', 'mid', 'last'].map((id) => findingOf(id, { version: 1, sentence: 'Ours' }))
    await expect(second.publishing.documents.put(given)).rejects.toMatchObject({ kind: 'conflict', detail: 'mid' })
    expect((await second.app.stores.documents.all('finding')).filter(({ id }) => given.some((one) => one.id === id)).map(({ id, sentence }) => `${id} ${sentence}`).sort()).toEqual(['first Ours', 'last Ours', 'mid Theirs'])
    const wrong = { ...assetOf('wrong'), url: 'javascript:alert(1)' }
    await expect(second.publishing.assets.put([wrong, assetOf('right')])).rejects.toMatchObject({ kind: 'invalid' })
    expect([(await second.app.stores.assets.byId('right'))?.source.system, await second.app.stores.assets.byId('wrong')]).toEqual(['hub', undefined])
    await marketer.publishing.documents.remove(['mid'])
    await second.team.sync.run()
    await second.publishing.documents.remove(['first', 'last'])
  })

  it('a session ended by the owner says so, keeps what waits, and goes on after joining again', async () => {
    const sam = await createBrowser(hub)
    const { sessionId } = await sam.join(await invite('rep'), 'Sam')
    await (await marketer.team.expectSession()).end(sessionId)
    await sam.append([verdict(hub, 9, { rep: { ...rep, name: 'Sam' } })])
    await sam.flusher.flush()
    await expect(sam.team.sync.run()).rejects.toMatchObject({ kind: 'signed-out' })
    expect(await sam.team.state(sam.publishing)).toMatchObject({ ended: true, queue: 1 })
    const before = await sam.team.membership.current()
    await sam.join(await invite('rep'), 'Sam')
    await sam.team.settleWaiting(before?.member.id ?? '', 'mine')
    expect(await sam.flusher.flush()).toMatchObject({ delivered: 1 })
  })

  it('keeps nothing of a marketer\'s here only because their session ended', async () => {
    const mara = await createBrowser(hub)
    const { sessionId } = await mara.join(await invite('marketer'), 'Mara')
    await mara.team.sync.run()
    const before = await held(mara, 'guide')
    await (await marketer.team.expectSession()).end(sessionId)
    await expect(mara.team.sync.run()).rejects.toMatchObject({ kind: 'signed-out' })
    await expect(mara.publishing.assets.put([{ ...before, title: 'Lost' }])).rejects.toMatchObject({ kind: 'signed-out' })
    await expect(mara.publishing.documents.put([findingOf('lost', { version: 1 })])).rejects.toMatchObject({ kind: 'signed-out' })
    await mara.publishing.assets.put([assetOf('sample', { source: { system: 'sample' } })])
    expect([(await held(mara, 'guide')).title, await mara.app.stores.documents.all('finding')]).toEqual([before.title, []])
  })

  it('S61 tells a waiting erasure before it leaves, and names one it cannot tell', async () => {
    const nora = await createBrowser(hub)
    await nora.join(await invite('marketer'), 'Nora')
    nora.wire.down = true
    await nora.team.erase({ refs: [refOf(77)] })
    expect(await nora.team.membership.leave({ copy: 'keep', undelivered: 'ask' })).toEqual({ done: false, undelivered: 1 })
    nora.wire.down = false
    nora.took()
    expect(await nora.team.membership.leave({ copy: 'keep', undelivered: 'ask' })).toEqual({ done: true, undelivered: 0 })
    expect(nora.took()).toContain('POST /v1/privacy/erase 200')
  })

  it('leaves with or without the copy, and names what is undelivered first', async () => {
    const guest = await createBrowser(hub)
    await guest.join(await invite('rep'), 'Guest')
    await guest.team.sync.run()
    await guest.append([verdict(hub, 12)])
    expect(await guest.team.membership.leave({ copy: 'remove', undelivered: 'ask' })).toEqual({ done: false, undelivered: 1 })
    guest.app.told.length = 0
    await guest.team.membership.leave({ copy: 'remove', undelivered: 'keep' })
    // What is remembered of the team in memory goes with it.
    expect(guest.app.told).toContain('team')
    expect(await titles(guest)).toEqual([])
    expect(await guest.app.stores.vault.get('hub:team')).toBeUndefined()
    expect([await guest.team.membership.current(), await guest.app.stores.hubStore.progress()]).toEqual([undefined, []])
    expect(await guest.app.rows()).toMatchObject([{ member: { name: 'Guest' } }])
  })

  it('removes on leaving only the documents that are the hub\'s, also those kept before it said which are', async () => {
    await marketer.publishing.documents.put([findingOf('of-the-hub', { version: 1 }), findingOf('before', { version: 1 })])
    const guest = await createBrowser(hub)
    const ids = async () => (await guest.app.stores.documents.all('finding')).map(({ id }) => id).sort()
    // A copy of an earlier release: nothing says where it is from. It knows one document of the hub, and one was made here.
    const [before] = (await marketer.app.stores.documents.all('finding')).filter(({ id }) => id === 'before')
    await guest.app.stores.documents.put([findingOf('mine', { version: 1 }), findingOf('ours', { version: 1 }), ...(before ? [before] : [])])
    await guest.join(await invite('marketer'), 'Guest')
    await guest.app.stores.hubStore.setProgress({ part: 'documents', cursor: '9999', tag: 'W/"old"', at: 1 })
    await guest.team.sync.run()
    // What is handed to the team is the team's.
    await guest.publishing.documents.put([findingOf('ours', { version: 2, sentence: 'Published' }), findingOf('made-there', { version: 1 })])
    expect(await ids()).toEqual(['before', 'made-there', 'mine', 'of-the-hub', 'ours'])
    await guest.team.membership.leave({ copy: 'remove', undelivered: 'keep' })
    expect(await ids()).toEqual(['mine'])
    await marketer.team.sync.run()
    await marketer.publishing.documents.remove(['of-the-hub', 'before', 'ours', 'made-there'])
  })

  it('keeps documents whose origin nobody knows where the hub cannot be asked any more', async () => {
    const guest = await createBrowser(hub)
    await guest.join(await invite('rep'), 'Guest')
    await guest.app.stores.documents.put([findingOf('unknown', { version: 1 })])
    guest.wire.down = true
    await guest.team.membership.leave({ copy: 'remove', undelivered: 'keep' })
    expect((await guest.app.stores.documents.all('finding')).map(({ id }) => id)).toEqual(['unknown'])
  })

  it('takes 10,000 assets in one paged pull and then only what changed', async () => {
    for (let start = 0; start < 10_000; start += 500) {
      await hub.call('POST', '/v1/assets', { as: (await marketer.app.stores.vault.get('hub:team'))?.accessToken ?? '', body: { items: Array.from({ length: 500 }, (_, n) => ({ base: 0, asset: assetOf(`bulk-${start + n}`) })) } })
    }
    const fresh = await createBrowser(hub)
    await fresh.join(await invite('rep'), 'Fresh')
    await fresh.team.sync.run()
    expect((await fresh.app.stores.assets.all()).length).toBeGreaterThanOrEqual(10_000)
    expect(fresh.took().filter((line) => line.startsWith('GET /v1/assets'))).toHaveLength(11)
    await marketer.publishing.assets.put([assetOf('one-more')])
    await look(fresh)
    await look(fresh)
    expect(fresh.took().filter((line) => line.startsWith('GET /v1/assets'))).toEqual(['GET /v1/assets 200', 'GET /v1/assets 200'])
    expect(await fresh.app.stores.assets.byId('one-more')).toBeDefined()
  }, 120_000)
})
