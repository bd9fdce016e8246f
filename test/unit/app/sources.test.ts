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
