import { afterEach, describe, expect, it, vi } from 'vitest'
import { createTestApp, lead, snapshotOf } from '../../fakes/app'
import { fillDisk } from '../../fixtures/store/full-disk'

describe('F34 a full disk', () => {
  afterEach(() => vi.restoreAllMocks())

  it('hides nobody: what the CRM said is shown with what is wrong, and a verdict that cannot be kept is refused with that reason', async () => {
    const app = await createTestApp()
    app.crms.salesforce.put(snapshotOf(lead(2), { person: { name: 'Ana Silva' } }))
    fillDisk('all', () => false)
    expect(await app.reader.fresh(lead(2), true)).toMatchObject({ person: { name: 'Ana Silva' }, problem: { kind: 'storage-full' } })
    const eventId = app.newId()
    await expect(app.verdicts.give({ ref: lead(2), eventId, verdict: 'good' })).rejects.toMatchObject({ kind: 'storage-full' })
    vi.restoreAllMocks()
    await app.verdicts.give({ ref: lead(2), eventId, verdict: 'good' })
    expect([(await app.rows()).length, (await app.deps.ledger.all(['verdict'])).length]).toEqual([1, 1])
  })

  it('costs the copies first, and then not what a rep does next on the lead before them', async () => {
    const app = await createTestApp()
    await app.opened(lead(1))
    fillDisk(['events'], () => true)
    const { event } = await app.verdicts.give({ ref: lead(1), eventId: app.newId(), verdict: 'good' })
    expect(await app.deps.snapshots.get(lead(1))).toBeUndefined()
    await app.verdicts.detail({ ref: lead(1), eventId: app.newId(), verdictId: event.id, detail: { reason: 'real-need' } })
    await app.verdicts.undo({ ref: lead(1), verdictId: event.id })
    expect((await app.deps.ledger.all(['verdict', 'verdict-withdrawn'])).map(({ type }) => type).sort()).toEqual(['verdict', 'verdict', 'verdict-withdrawn'])
  })
})
