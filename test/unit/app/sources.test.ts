import { describe, expect, it } from 'vitest'
import { createLibrary } from '@/lib/app/library'
import { createSourceDesk } from '@/lib/app/sources/index'
import { teamFile } from '@/lib/app/sources/team-file'
import { AppError } from '@/lib/domain/errors'
import { defaultPlaybook } from '@/lib/domain/default-playbook'
import type { FreshReading, SourceReading } from '@/lib/domain/source-ports'
import { createTestApp } from '../../fakes/app'
import { makeAsset } from '../domain/make'

const address = 'https://files.acme.example/library.json'
const hourMs = 3_600_000
const reading = (rows: Record<string, unknown>[], more: Partial<FreshReading> = {}): FreshReading => ({ notModified: false, rows, held: [], sight: 'all', waiting: 0, ...more })

async function following(policy = {}) {
  const app = await createTestApp({ policy })
  const asked: unknown[] = []
  const door = { answer: (): SourceReading => reading([{ id: 'a', title: 'Alpha', link: 'https://a.example/a' }, { id: 'b', title: 'Beta' }], { memory: 'tag' }) }
  const desk = createSourceDesk({
    app: app.deps, locks: { tryRun: async (_, task) => ({ value: await task() }) },
    readers: { probe: async (given) => [{ kind: 'rss', address: given }], read: async (kind, from) => (asked.push([kind, from.memory]), door.answer()) },
  })
  const held = async () => Object.fromEntries((await app.deps.assets.all()).map(({ id, status }) => [id, status]))
  return { ...app, desk, door, asked, held, library: createLibrary(app.deps) }
}

describe('following a source', () => {
  it('writes nothing before it is followed, and asks once for preview and import', async () => {
    const { desk, held, asked } = await following()
    expect(await desk.preview({ kind: 'file', address })).toMatchObject({ items: 2, added: 2, sendable: 1, problems: [], columns: ['id', 'title', 'link'], mapping: { id: 'id', title: 'title', link: 'url' } })
    expect(await held()).toEqual({})
    expect(await desk.follow({ kind: 'file', address, fixed: { kind: 'ebook' } })).toMatchObject({ assets: 2, counts: { items: 2, added: 2 }, locked: false })
    expect([await held(), asked.length]).toEqual([{ a: 'approved', b: 'approved' }, 1])
  })

  it('reads on condition when it is due, not before, and not while it is paused', async () => {
    const { desk, clock, asked, door } = await following()
    const { id } = await desk.follow({ kind: 'file', address })
    door.answer = () => ({ notModified: true, memory: 'tag' })
    expect(await desk.refreshDue()).toBe(0)
    clock.advance(7 * hourMs)
    expect([await desk.refreshDue(), asked.at(-1)]).toEqual([1, ['file', 'tag']])
    await desk.change(id, { paused: true })
    clock.advance(7 * hourMs)
    expect(await desk.refreshDue()).toBe(0)
  })

  it('archives what is gone and keeps what was edited here', async () => {
    const { desk, door, held, library, deps } = await following()
    const { id } = await desk.follow({ kind: 'file', address })
    const alpha = await deps.assets.byId('a')
    if (alpha) await library.save({ ...alpha, title: 'Ours', personas: ['it'] })
    door.answer = () => reading([{ id: 'a', title: 'Alpha 2', abstract: 'New', link: 'https://a.example/a' }])
    expect(await desk.refresh(id)).toMatchObject({ assets: 1, counts: { changed: 1, gone: 1 } })
    expect([await held(), await deps.assets.byId('a')]).toMatchObject([{ a: 'approved', b: 'archived' }, { title: 'Ours', personas: ['it'], abstract: 'New' }])
  })

  it('says why it failed, changes nothing, and is well again after the next reading', async () => {
    const { desk, door, held, clock } = await following()
    const { id } = await desk.follow({ kind: 'file', address })
    const good = door.answer
    door.answer = () => { throw new AppError('rate-limited', { detail: '429', retryAt: clock.now() + 5 * hourMs }) }
    await expect(desk.refresh(id)).rejects.toMatchObject({ kind: 'rate-limited' })
    expect([await held(), (await desk.list())[0]?.error]).toMatchObject([{ a: 'approved', b: 'approved' }, { kind: 'rate-limited' }])
    clock.advance(2 * hourMs)
    expect(await desk.refreshDue()).toBe(0)
    clock.advance(4 * hourMs)
    door.answer = good
    expect(await desk.refreshDue()).toBe(1)
    expect((await desk.list())[0]?.error).toBeUndefined()
  })

  it('reads on while items wait, some at a time, and says what is left', async () => {
    const { desk, door, asked, clock } = await following()
    let left = 10
    door.answer = () => reading([{ id: 'a', title: 'Alpha' }], { waiting: left-- })
    const { id } = await desk.follow({ kind: 'file', address })
    clock.advance(2 * hourMs)
    asked.length = 0
    expect([await desk.refreshDue(), asked.length, (await desk.list())[0]?.counts?.waiting]).toEqual([1, 5, 5])
    expect((await desk.refresh(id)).counts?.waiting).toBe(4)
  })

  it('keeps what came before a reading was stopped, says why, and waits as long as it was told', async () => {
    const { desk, door, held, clock, deps } = await following()
    door.answer = () => reading([{ id: 'a', title: 'Alpha' }], { waiting: 7, stopped: { kind: 'rate-limited', detail: '429', retryAt: clock.now() + 5 * hourMs } })
    const { error, counts } = await desk.follow({ kind: 'file', address })
    expect([await held(), error?.kind, counts?.waiting, ((await deps.sources.all())[0]?.dueAt ?? 0) - clock.now()]).toEqual([{ a: 'approved' }, 'rate-limited', 7, 5 * hourMs])
  })

  it('gives way to nobody while it reads: what is changed or parted from meanwhile stays so', async () => {
    const { desk, door } = await following()
    const { id } = await desk.follow({ kind: 'file', address })
    const good = door.answer
    const [reading1, paused] = [desk.refresh(id), desk.change(id, { paused: true })]
    await Promise.all([reading1, paused])
    expect((await desk.list())[0]?.paused).toBe(true)
    door.answer = good
    await Promise.all([desk.refresh(id), desk.remove(id, 'keep')])
    expect(await desk.list()).toEqual([])
  })

  describe('whose assets the hub does not all take', () => {
    /** Takes what is not named Bad, as the hub's library does, and tells of the rest. */
    async function withHub() {
      const all = await following()
      const { put } = all.deps.assets
      const indexed: unknown[] = []
      all.deps.assets = { ...all.deps.assets, async put(assets) {
        await put(assets.filter(({ title }) => title !== 'Bad'))
        if (assets.some(({ title }) => title === 'Bad')) throw new AppError('invalid', { detail: 'Bad' })
      } }
      all.deps.search = { ...all.deps.search, changed: async (stored, removed) => void indexed.push([stored.map(({ id }) => id), removed]) }
      return { ...all, indexed }
    }
    const both = [{ id: 'a', title: 'Alpha' }, { id: 'x', title: 'Bad' }]

    it('is read again from where it was, and only what is here is searched', async () => {
      const { desk, door, asked, indexed } = await withHub()
      door.answer = () => reading(both, { memory: 'new' })
      const { id } = await desk.follow({ kind: 'file', address })
      expect(indexed).toEqual([[['a'], ['x']]])
      await desk.refresh(id)
      door.answer = () => reading([{ id: 'x', title: 'Good' }], { memory: 'new', held: ['a'] })
      expect((await desk.refresh(id)).setAside).toBeUndefined()
      await desk.refresh(id)
      expect(asked.slice(1)).toEqual([['file', undefined], ['file', undefined], ['file', 'new']])
    })

    it('tries once more before it reads on, and still says so when it has', async () => {
      const { desk, door, asked } = await withHub()
      door.answer = () => reading(both, { memory: 'first', waiting: 2 })
      const { id } = await desk.follow({ kind: 'sitemap', address })
      await desk.refresh(id)
      door.answer = () => reading([{ id: 'b', title: 'Beta' }], { memory: 'second', sight: 'none' })
      expect((await desk.refresh(id)).setAside).toEqual([{ what: 'assets', name: 'Bad', kind: 'invalid' }])
      expect((await desk.refresh(id)).setAside).toBeUndefined()
      expect(asked.slice(1)).toEqual([['sitemap', undefined], ['sitemap', 'first'], ['sitemap', 'second']])
    })
  })

  it('takes an empty answer for a mistake, not for the end of everything', async () => {
    const { desk, door, held } = await following()
    const { id } = await desk.follow({ kind: 'file', address })
    door.answer = () => reading([])
    await expect(desk.refresh(id)).rejects.toMatchObject({ kind: 'bad-reply' })
    expect(await held()).toEqual({ a: 'approved', b: 'approved' })
  })

  it.each([['keep', { a: 'approved', b: 'approved' }], ['archive', { a: 'archived', b: 'archived' }]] as const)('ends with its assets as asked: %s', async (what, left) => {
    const { desk, held, deps } = await following()
    const { id } = await desk.follow({ kind: 'file', address })
    await desk.remove(id, what)
    expect([await held(), await desk.list(), (await deps.assets.byId('a'))?.source.system]).toEqual([left, [], what === 'keep' ? 'local' : 'feed'])
  })

  it('S59 follows what the organisation set without anybody adding it, and nobody parts from it', async () => {
    const { desk, held } = await following({ libraryAddress: address })
    const [set] = await desk.list()
    expect(set).toMatchObject({ address, locked: true, kind: 'file' })
    await expect(desk.remove(set?.id ?? '', 'keep')).rejects.toMatchObject({ kind: 'policy' })
    await expect(desk.change(set?.id ?? '', { paused: true })).rejects.toMatchObject({ kind: 'policy' })
    expect(await desk.refreshDue()).toBe(1)
    expect([await held(), await desk.list()]).toMatchObject([{ a: 'approved', b: 'approved' }, [{ locked: true, assets: 2 }]])
  })

  it('S32 follows no address that may not be opened', async () => {
    const { desk } = await following()
    await expect(desk.probe('javascript:alert(1)')).rejects.toMatchObject({ kind: 'invalid' })
    await expect(desk.preview({ kind: 'rss', address: 'http://a.example/feed' })).rejects.toMatchObject({ kind: 'invalid' })
  })

  it('takes over the address that was a setting before', async () => {
    const { desk, deps } = await following()
    await deps.settings.save({ libraryAddress: address })
    expect(await desk.list()).toMatchObject([{ address, locked: false }])
    expect((await deps.settings.get()).libraryAddress).toBeUndefined()
  })
})

describe('other columns and values for what is followed', () => {
  const rows = [{ id: 'a', title: 'Alpha', tags: 'old', lead: 'From the lead' }, { id: 'b', title: 'Beta', tags: 'old', lead: '' }]
  const before = { mapping: { id: 'id', title: 'title', tags: 'topics' }, fixed: { kind: 'ebook' as const, language: 'de' } }
  const after = { mapping: { id: 'id', title: 'title', tags: '', lead: 'abstract' }, fixed: { language: 'fr' } }

  async function followed() {
    const all = await following()
    all.door.answer = () => reading(rows, { memory: 'tag' })
    const { id } = await all.desk.follow({ kind: 'file', address, ...before })
    const alpha = await all.deps.assets.byId('a')
    if (alpha) await all.library.save({ ...alpha, kind: 'deck' })
    return { ...all, id }
  }

  it('show what they would change before they are saved, and change nothing until then', async () => {
    const { desk, deps } = await followed()
    const was = await deps.assets.all()
    const preview = await desk.preview({ kind: 'file', address, ...after })
    expect(preview).toMatchObject({ added: 0, changed: 2, unchanged: 0, gone: 0, mapping: after.mapping })
    expect(preview.changes).toEqual([
      { title: 'Alpha', field: 'abstract', from: '', to: 'From the lead' }, { title: 'Alpha', field: 'topics', from: 'old', to: '' }, { title: 'Alpha', field: 'language', from: 'de', to: 'fr' },
      { title: 'Beta', field: 'kind', from: 'ebook', to: 'other' }, { title: 'Beta', field: 'topics', from: 'old', to: '' }, { title: 'Beta', field: 'language', from: 'de', to: 'fr' },
    ])
    expect([await deps.assets.all(), (await desk.list())[0]]).toMatchObject([was, before])
  })

  it('count for every item at the next reading, which asks anew, and leave alone what a person edited', async () => {
    const { desk, deps, asked, id } = await followed()
    await desk.change(id, after)
    expect(await deps.assets.byId('b')).toMatchObject({ kind: 'ebook', language: 'de' })
    asked.length = 0
    expect([await desk.refreshDue(), asked]).toEqual([1, [['file', undefined]]])
    expect(await deps.assets.all()).toMatchObject([
      { id: 'a', abstract: 'From the lead', topics: [], kind: 'deck', language: 'fr' }, { id: 'b', abstract: '', topics: [], kind: 'other', language: 'fr' },
    ])
  })

  it('of columns that were guessed, too', async () => {
    const { desk, deps, door } = await following()
    door.answer = () => reading([{ id: 'a', title: 'Alpha', summary: 'Theirs' }])
    const { id } = await desk.follow({ kind: 'file', address })
    await desk.preview({ kind: 'file', address })
    await desk.change(id, { mapping: { id: 'id', title: 'title' } })
    await desk.refresh(id)
    expect(await deps.assets.byId('a')).toMatchObject({ title: 'Alpha', abstract: '' })
  })

  it('keep what a person brought in a file of their own', async () => {
    const { desk, deps, library, id } = await followed()
    const beta = await deps.assets.byId('b')
    if (beta) await library.importChunk('i', [{ ...beta, topics: ['ours'] }], true)
    await desk.change(id, after)
    await desk.refresh(id)
    expect(await deps.assets.byId('b')).toMatchObject({ topics: ['ours'], language: 'fr', edited: ['topics'] })
  })

  it('leave a CRM what it remembers of rights, so that nothing is archived that may no longer be read', async () => {
    const { desk, door, asked } = await following()
    door.answer = () => reading(rows, { memory: { parts: ['blog'] } })
    const { id } = await desk.follow({ kind: 'hubspot-cms', address: 'hubspot:4711', ...before })
    await desk.change(id, after)
    await desk.refresh(id)
    expect(asked.at(-1)).toEqual(['hubspot-cms', { parts: ['blog'] }])
  })

  it('tell a CRM what it could see when it is followed anew, and let a web site send everything', async () => {
    const { desk, door, asked } = await following()
    door.answer = () => reading(rows, { memory: { parts: ['blog'] } })
    for (const place of [{ kind: 'hubspot-cms', address: 'hubspot:4711' }, { kind: 'file', address }] as const) {
      await desk.follow(place)
      await desk.follow(place)
    }
    expect(asked).toEqual([['hubspot-cms', undefined], ['hubspot-cms', { parts: ['blog'] }], ['file', undefined], ['file', undefined]])
  })
})

describe("a team's file", () => {
  const book = (version: string) => ({ ...defaultPlaybook, version })
  const answer = { kind: 'request-answer' as const, id: 'r1', version: 1, updatedAt: 1, requestIds: ['q'], assetId: 'a' }
  const team = (version: string, documents: unknown[] = []) => reading([{ id: 'a', title: 'Alpha' }], { team: { playbook: book(version), documents } })

  it('brings playbook and documents to a rep, newer ones over older', async () => {
    const { desk, door, deps } = await following()
    door.answer = () => team('5', [answer, { kind: 'nonsense' }])
    const { id } = await desk.follow({ kind: 'file', address })
    expect([(await deps.playbooks.current())?.version, await deps.documents.all('request-answer')]).toEqual(['5', [answer]])
    door.answer = () => team('6')
    await desk.refresh(id)
    door.answer = () => team('4')
    await desk.refresh(id)
    expect((await deps.playbooks.current())?.version).toBe('6')
  })

  it('goes out as the marketer made it and comes in the same on the rep\'s side', async () => {
    const marketer = await createTestApp()
    const guide = makeAsset({ id: 'g', title: 'Guide', topics: ['planning'], stages: ['mql'] })
    await marketer.deps.assets.put([guide, makeAsset({ id: 'd', title: 'Draft', url: undefined, status: 'draft' })])
    await marketer.deps.playbooks.put(book('3'), 1)
    await marketer.deps.documents.put([answer])
    const file = JSON.parse(await teamFile(marketer.deps)) as { assets: Record<string, unknown>[]; playbook: unknown; documents: unknown[] }
    const { desk, door, deps } = await following()
    door.answer = () => reading(file.assets, { team: { playbook: file.playbook, documents: file.documents } })
    await desk.follow({ kind: 'file', address })
    expect(await deps.assets.all()).toMatchObject([{ id: 'g', title: 'Guide', topics: ['planning'], stages: ['mql'], status: 'approved' }])
    expect([(await deps.playbooks.current())?.version, await deps.documents.all('request-answer')]).toEqual(['3', [answer]])
    await expect(teamFile({ ...marketer.deps, policy: async () => ({ ignored: [], allowExport: false }) })).rejects.toMatchObject({ kind: 'policy' })
  })

  it('brings a rep of a hub the assets, and leaves playbook and documents to the hub', async () => {
    const { desk, door, deps, held } = await following()
    const refuse = async () => { throw new AppError('forbidden') }
    deps.playbooks = { ...deps.playbooks, put: refuse }
    deps.documents = { ...deps.documents, put: refuse }
    door.answer = () => team('5', [answer])
    const { error, tookPlaybook } = await desk.follow({ kind: 'file', address })
    expect([await held(), error, tookPlaybook]).toEqual([{ a: 'approved' }, undefined, undefined])
  })

  it('F48 is read without what only a newer release knows', async () => {
    const { desk, door, deps } = await following()
    door.answer = () => reading([{ id: 'a', title: 'Alpha' }], { team: { playbook: { ...book('5'), mood: 'calm' }, documents: [{ ...answer, mood: 'calm' }] } })
    expect((await desk.follow({ kind: 'file', address })).setAside).toBeUndefined()
    expect([(await deps.playbooks.current())?.version, await deps.documents.all('request-answer')]).toEqual(['5', [answer]])
  })

  it('sets aside what cannot be taken, says so until the file changes, and takes all else', async () => {
    const { desk, door, deps, clock } = await following()
    const finding = (id: string, version = 1) => ({ kind: 'finding' as const, id, version, updatedAt: 1, sentence: `Finding ${id}`, state: 'noticed' as const, noticedAt: 1, concerns: {}, verdictIds: [], reps: 1 })
    const asked: string[] = []
    const { put } = deps.documents
    deps.documents = { ...deps.documents, async put(documents) {
      asked.push(...documents.map(({ id }) => id))
      if (documents.some(({ id }) => id === 'bad')) throw new AppError('conflict', { detail: 'bad' })
      return put(documents)
    } }
    deps.playbooks = { ...deps.playbooks, put: async () => { throw new AppError('conflict', { detail: 'playbook' }) } }
    door.answer = () => team('5', [finding('one'), finding('bad', 3), { kind: 'finding', id: 'torn' }, finding('two')])
    const source = await desk.follow({ kind: 'file', address })
    expect(source.setAside).toEqual([
      { what: 'playbook', name: 'playbook', kind: 'conflict' }, { what: 'document', name: 'Finding bad', kind: 'conflict' }, { what: 'document', name: 'torn', kind: 'invalid' },
    ])
    expect([source.error, source.counts?.added, (await deps.documents.all('finding')).map(({ id }) => id).sort()]).toEqual([undefined, 1, ['one', 'two']])
    door.answer = () => ({ notModified: true, memory: 'tag' })
    clock.advance(7 * hourMs)
    expect(await desk.refreshDue()).toBe(1)
    expect((await desk.list())[0]?.setAside).toHaveLength(3)
    // What is here already is not asked for again.
    asked.length = 0
    door.answer = () => team('5', [finding('one'), finding('two')])
    expect([(await desk.refresh(source.id)).setAside?.length, asked]).toEqual([1, []])
  })

  it('fails as before where it is the way that is closed', async () => {
    const { desk, door, deps } = await following()
    deps.documents = { ...deps.documents, put: async () => { throw new AppError('offline') } }
    door.answer = () => team('5', [answer])
    await expect(desk.follow({ kind: 'file', address })).rejects.toMatchObject({ kind: 'offline' })
  })

  it('never replaces a playbook somebody works on here, unless that person chose so', async () => {
    const { desk, door, deps, clock } = await following()
    await deps.playbooks.put(book('2'), clock.now())
    door.answer = () => team('5')
    const { id } = await desk.follow({ kind: 'file', address })
    expect((await deps.playbooks.current())?.version).toBe('2')
    await desk.change(id, { takesPlaybook: true })
    await desk.refresh(id)
    expect((await deps.playbooks.current())?.version).toBe('5')
  })
})
