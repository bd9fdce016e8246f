import { describe, expect, it } from 'vitest'
import { createAssetFigures } from '@/lib/app/asset-figures'
import { noFigures } from '@/lib/domain/asset-figures'
import type { LedgerEvent, VerdictValue } from '@/lib/domain/ledger'
import { createTestApp, lead, rep, type TestApp } from '../../fakes/app'

const judged = (app: TestApp, n: number, verdict: VerdictValue, ...assets: string[]): LedgerEvent => ({
  type: 'verdict', id: app.newId(), at: app.clock.now(), ref: lead(n), rep, verdict,
  evidence: { playbook: '1', campaigns: [], digest: '', stories: assets.map((assetId) => ({ key: assetId, title: assetId, assetId, count: 1, last: 1 })) },
})
const send = (app: TestApp, assetId: string, n = 1): LedgerEvent & { type: 'send' } => ({ type: 'send', id: app.newId(), at: app.clock.now(), ref: lead(n), rep, assetId, assetVersion: 1, title: assetId, channel: 'copy' })
const outcome = (app: TestApp, sendId: string, value: 'sent' | 'dropped'): LedgerEvent => ({ type: 'send-outcome', id: app.newId(), at: app.clock.now(), ref: lead(1), rep, sendId, outcome: value, by: 'rep' })

describe('figures of assets', () => {
  it('count sends that were sent, and apart those nobody told of', async () => {
    const app = await createTestApp()
    const sends = [send(app, 'a'), send(app, 'a'), send(app, 'a'), send(app, 'b')]
    await app.deps.ledger.append([...sends, outcome(app, sends[0]?.id ?? '', 'sent'), outcome(app, sends[1]?.id ?? '', 'dropped')], [])
    expect(await createAssetFigures(app.deps, app.history)()).toEqual({
      a: { ...noFigures, sends: 1, unsure: 1, lastSent: app.clock.now() }, b: { ...noFigures, unsure: 1, lastSent: app.clock.now() },
    })
  })

  it('count each lead once for each asset of its story, by the verdict that counts', async () => {
    const app = await createTestApp()
    await app.deps.ledger.append([judged(app, 1, 'wrong', 'a')], [])
    app.clock.advance(60_000)
    await app.deps.ledger.append([judged(app, 1, 'good', 'a', 'a', 'b'), judged(app, 2, 'not_yet', 'b')], [])
    const figures = await createAssetFigures(app.deps, app.history)()
    expect([figures['a']?.verdicts, figures['b']?.verdicts]).toEqual([{ good: 1, not_yet: 0, wrong: 0, cant_tell: 0 }, { good: 1, not_yet: 1, wrong: 0, cant_tell: 0 }])
  })

  it('say what people did with it', async () => {
    const app = await createTestApp()
    await app.deps.learned.count({ key: 'k', from: undefined, until: 1 }, [{ item: 'a', people: 1, next: {}, got: 1, opened: 1, replied: 0 }], 1)
    expect((await createAssetFigures(app.deps, app.history)())['a']).toEqual({ ...noFigures, got: 1, opened: 1 })
  })
})
