import { describe, expect, it } from 'vitest'
import { createDataCare, type DataCare } from '@/lib/app/data'
import type { HandOverRule } from '@/lib/domain/hand-over'
import { recordKey } from '@/lib/domain/record-ref'
import { createFindings } from '@/lib/app/findings'
import { createSamples } from '@/lib/app/samples'
import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { sampleAsset } from '@/lib/domain/sample-asset'
import { sampleWorkspace } from '@/lib/domain/sample-workspace'
import { createTestApp, lead } from '../../fakes/app'
import { makeAsset } from '../domain/make'

async function filled(policy = {}) {
  const app = await createTestApp({ policy })
  await app.opened(lead(1), { person: { name: 'Canary Person', email: 'canary@brightwater.example', same: [lead(1), lead(3)] } })
  await app.opened(lead(2), { person: { name: 'Other Person', company: 'Veldhuis' } })
  for (const ref of [lead(1), lead(2)]) await app.verdicts.give({ ref, eventId: app.newId(), verdict: 'good' })
  await app.deps.assets.put([makeAsset()])
  return { ...app, data: createDataCare(app.deps) }
}

async function exportedBy(data: DataCare): Promise<string> {
  let text = ''
  for (let after: string | undefined; ; ) {
    const { lines, next } = await data.export(after)
    text += lines
    if (next === undefined) return text
    after = next
  }
}

describe('data', () => {
  it('exports everything, and reads it back elsewhere after saying what that would do', async () => {
    const { data } = await filled()
    const text = await exportedBy(data)
    const other = await createTestApp()
    const target = createDataCare(other.deps)
    expect(await target.restore({ text, dry: true, last: true })).toMatchObject({ events: { added: 4, known: 0 }, assets: { added: 1 } })
    expect(await other.deps.ledger.count()).toBe(0)
    expect(other.told).toEqual([])
    await target.restore({ text, dry: false, last: true })
    // What was counted of the ledger before is not true any more.
    expect(other.told).toContain('team')
    expect(await other.deps.ledger.all(['verdict'])).toHaveLength(2)
    expect((await other.deps.search.search('guide', {}, 5)).total).toBe(1)
    expect(await target.restore({ text, dry: true, last: true })).toMatchObject({ events: { added: 0, known: 4 }, assets: { added: 0, known: 1 } })
  })

  it('S59 exports nothing where the admin forbids it', async () => {
    const { data } = await filled({ allowExport: false })
    await expect(data.export(undefined)).rejects.toMatchObject({ kind: 'policy' })
  })

  it.each(['canary', 'brightwater canary', 'canary@brightwater.example', lead(1).id])('finds a person by %s', async (query) => {
    const { data } = await filled()
    expect(await data.findPerson(query)).toMatchObject([{ ref: lead(1), events: 2 }])
  })

  it('finds by its id whose name is not kept any more', async () => {
    const { data, clock } = await filled()
    clock.advance(8 * 86_400_000)
    expect(await data.findPerson('canary')).toEqual([])
    expect(await data.findPerson(`https://quayside.lightning.force.com/lightning/r/Lead/${lead(1).id}/view`)).toMatchObject([{ ref: lead(1), name: lead(1).id, events: 2 }])
  })

  it('finds by the id of a Classic page, and verdicts of which only the list is kept', async () => {
    const { data, deps, clock } = await filled()
    const ref = { ...lead(4), id: '00Q5g00000AbCdEFGH' }
    await deps.team.merge('salesforce:quayside.my.salesforce.com', { items: [{ ref, verdict: { eventId: 'team-1', at: clock.now(), verdict: 'wrong', by: 'Somebody' } }], cursor: '1' }, clock.now())
    clock.advance(8 * 86_400_000)
    expect(await data.findPerson('https://quayside.my.salesforce.com/00Q5g00000AbCdE')).toMatchObject([{ ref, events: 0 }])
    expect((await data.deletePerson(ref.id)).deleted).toBe(1)
  })

  it('finds by an address that only the CRM still knows, and says where it cannot be asked', async () => {
    const { data, clock, crms } = await filled()
    clock.advance(8 * 86_400_000)
    expect(await data.findPerson('canary@brightwater.example')).toMatchObject([{ ref: lead(1), events: 2 }])
    expect(await data.findPerson('nobody@brightwater.example')).toEqual([])
    crms.salesforce.fail('offline')
    await expect(data.findPerson('canary@brightwater.example')).rejects.toMatchObject({ kind: 'offline' })
  })

  it('S61 deletes everything kept of one person, and nothing of others', async () => {
    const { data, deps, reader, rows, told } = await filled()
    told.length = 0
    expect((await data.deletePerson('canary')).deleted).toBeGreaterThan(0)
    expect(await reader.cached(lead(1))).toBeNull()
    expect((await deps.ledger.all(['verdict', 'opened'])).map(({ ref }) => ref.id)).toEqual([lead(2).id, lead(2).id])
    expect((await rows()).map(({ recordKey }) => recordKey)).toEqual([expect.stringContaining(lead(2).id)])
    expect((await deps.feedback.page({ limit: 10 })).entries.map(({ ref }) => ref.id)).toEqual([lead(2).id])
    expect(await data.findPerson('canary')).toEqual([])
    // What is remembered of the team in memory is read anew.
    expect(told).toContain('team')
  })

  it('S61 finds and deletes who was handed over and never opened', async () => {
    const { data, deps, clock } = await filled()
    const ref = { ...lead(5), id: '00Q5g00000HandOveR' }
    const rule: HandOverRule = { crm: ref.crm, org: ref.org, version: 1, setAt: 1, since: 0, way: { by: 'lead-status', statuses: ['Working'] }, mql: [], sql: [] }
    await deps.handOvers.setRule(rule)
    await deps.handOvers.merge(rule, { found: [{ ref, at: clock.now(), precision: 'moment' }], cursor: 'c', more: false, lacks: [] }, clock.now())
    expect(await data.findPerson(ref.id)).toMatchObject([{ ref }])
    expect((await data.deletePerson(ref.id)).deleted).toBe(1)
    expect(await deps.handOvers.all()).toEqual([])
  })

  it('deletes everything, the search too', async () => {
    const { data, deps, rows } = await filled()
    expect((await deps.search.search('guide', {}, 5)).total).toBe(1)
    expect(await data.deleteAll('ask')).toEqual({ done: true, untold: 0 })
    expect([await deps.ledger.all(['verdict', 'opened']), await rows(), await deps.assets.all()]).toEqual([[], [], []])
    expect((await deps.search.search('guide', {}, 5)).total).toBe(0)
  })
})

describe('samples', () => {
  const file = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../public/samples/${name}`, import.meta.url), 'utf8'))
  const read = async () => ({ assets: z.array(sampleAsset).parse(file('assets.json')), workspace: sampleWorkspace.parse(file('workspace.json')) })

  it('come with one click and go with one, leaving what is the team\'s own', async () => {
    const app = await filled()
    const samples = createSamples(app.deps, read)
    const before = await exportedBy(app.data)
    const { assets, verdicts, refs } = await samples.load()
    expect([assets, verdicts > 100, refs.length, await samples.loaded()]).toEqual([60, true, 193, true])
    expect((await app.deps.search.search('forecast', {}, 5)).total).toBeGreaterThan(0)
    const [ref] = refs
    if (!ref) throw new Error('no sample person')
    await app.reader.fresh(ref, true)
    await app.verdicts.give({ ref, eventId: app.newId(), verdict: 'wrong' })
    const verdictIds = (await app.deps.ledger.forRecord([recordKey(ref)])).filter(({ type }) => type === 'verdict').map(({ id }) => id)
    await createFindings(app.deps).make({ sentence: 'About samples', owner: undefined, concerns: {}, verdictIds })
    await samples.remove()
    expect([await samples.loaded(), await app.reader.cached(ref), await exportedBy(app.data)]).toEqual([false, null, before])
    expect(app.crms.salesforce.times('open')).toBe(2)
  })

  it('loaded twice are there once', async () => {
    const app = await createTestApp()
    const samples = createSamples(app.deps, read)
    const first = await samples.load()
    await samples.load()
    expect([await app.deps.staging.count(), await app.deps.feedback.count() > 0]).toEqual([first.assets, true])
    expect(await app.deps.ledger.all(['verdict'])).toHaveLength(first.verdicts)
  })
})
