import { describe, expect, it } from 'vitest'
import { createHandOvers, type ChosenRule } from '@/lib/app/hand-overs/hand-overs'
import { AppError } from '@/lib/domain/errors'
import type { FoundHandOver, HandOverRule } from '@/lib/domain/hand-over'
import { progressBatch, type HandOverPage, type HandOverProgress, type HandOverReader } from '@/lib/domain/hand-over-ports'
import { recordKey } from '@/lib/domain/record-ref'
import { createTestApp } from '../../fakes/app'
import { lead } from '../../fixtures/store/events'

const { crm, org } = lead(1)
const dayMs = 86_400_000
const chosen: ChosenRule = { way: { by: 'lead-status', statuses: ['Working'] }, since: 0, mql: [], sql: [] }

/** A CRM that hands over what it is told to, so many a page. */
function fakeReader(leads: FoundHandOver[], pageSize = 2) {
  const fake: HandOverReader & { asked: HandOverRule[]; batches: number[]; missing: Set<string> } = {
    asked: [], batches: [], missing: new Set(),
    choices: async () => ({ ways: [], stages: [] }),
    find: async (rule: HandOverRule, cursor: string | undefined): Promise<HandOverPage> => {
      fake.asked.push(rule)
      const from = Number(cursor ?? 0)
      const found = leads.slice(from, from + pageSize)
      return { found, cursor: String(from + found.length), more: from + found.length < leads.length, lacks: [] }
    },
    progress: async (_: HandOverRule, found: readonly FoundHandOver[]) => {
      fake.batches.push(found.length)
      const progress = found.filter(({ ref }) => !fake.missing.has(ref.id)).map(({ ref }): HandOverProgress => ({ ref, title: 'Supply Chain Director', industry: 'Food Production', status: 'Working', campaigns: [], same: [], unknown: [] }))
      return { progress, lacks: [] }
    },
  }
  return fake
}

async function begin(count: number, pageSize?: number) {
  const app = await createTestApp()
  const now = app.clock.now()
  const reader = fakeReader(Array.from({ length: count }, (_, n) => ({ ref: lead(n + 1), at: now - dayMs, precision: 'moment' as const })), pageSize)
  Object.assign(app.crms.salesforce, { handOvers: reader })
  app.connected.splice(0, 1, { crm, org })
  return { ...app, reader, handOvers: createHandOvers(app.deps) }
}

describe('hand-overs', () => {
  it('are unknown until somebody says what counts', async () => {
    const { handOvers } = await begin(3)
    expect(await handOvers.state()).toEqual({ connections: [{ crm, org, rule: undefined, count: 0, readAt: undefined, completeAt: undefined, lacks: [] }], openings: 'here' })
    await expect(handOvers.read(crm, org)).rejects.toMatchObject({ kind: 'not-set-up' })
    await expect(handOvers.refresh()).resolves.toBeUndefined()
  })

  it('are found page by page, then looked at in batches, in the team’s own words', async () => {
    const { handOvers, reader } = await begin(progressBatch + 5)
    await handOvers.setRule(crm, org, chosen)
    expect(await handOvers.read(crm, org)).toMatchObject({ count: progressBatch + 5, added: progressBatch + 5, left: 0, more: false })
    expect(reader.batches).toEqual([progressBatch, 5])
    const { rows } = await handOvers.page(undefined, 1)
    expect(rows[0]).toMatchObject({ ref: lead(1), persona: 'supply-chain', industry: 'food', stage: 'working', unknown: [] })
    expect(JSON.stringify(rows[0])).not.toContain('Director')
    expect((await handOvers.state()).connections[0]).toMatchObject({ count: progressBatch + 5, completeAt: expect.any(Number) })
  })

  it('go on where a used-up budget stopped them, and say so', async () => {
    const { handOvers, reader, clock } = await begin(6)
    await handOvers.setRule(crm, org, chosen)
    const whole = reader.find
    reader.find = async (rule, cursor) => {
      const page = await whole(rule, cursor)
      if (cursor === '2') throw new AppError('quota', { retryAt: clock.now() + dayMs })
      return page
    }
    expect(await handOvers.read(crm, org)).toMatchObject({ count: 2, more: false, error: { kind: 'quota' } })
    expect((await handOvers.state()).connections[0]).toMatchObject({ count: 2, completeAt: undefined })
    reader.find = whole
    expect(await handOvers.read(crm, org)).toMatchObject({ count: 6, added: 4, left: 0, more: false })
  })

  it('stop after a few seconds, so that progress shows and a person can end it', async () => {
    const { handOvers, reader, clock } = await begin(9)
    await handOvers.setRule(crm, org, chosen)
    const whole = reader.find
    reader.find = async (rule, cursor) => {
      clock.advance(3_000)
      return whole(rule, cursor)
    }
    const first = await handOvers.read(crm, org)
    expect(first).toMatchObject({ more: true })
    expect(first.count).toBeLessThan(9)
  })

  it('do not ask forever about a lead the CRM says nothing of', async () => {
    const { handOvers, reader } = await begin(2)
    reader.missing.add(lead(2).id)
    await handOvers.setRule(crm, org, chosen)
    expect(await handOvers.read(crm, org)).toMatchObject({ left: 0, more: false })
    expect((await handOvers.page(undefined, 9)).rows.map(({ unknown }) => unknown.length)).toEqual([0, 4])
  })

  it('are looked at again a day later, once a day, without anybody asking', async () => {
    const { handOvers, reader, clock } = await begin(1)
    await handOvers.setRule(crm, org, chosen)
    await handOvers.read(crm, org)
    await handOvers.refresh()
    expect(reader.batches).toEqual([1])
    clock.advance(dayMs)
    await handOvers.refresh()
    expect(reader.batches).toEqual([1, 1])
  })

  it('are not looked for further back than the team keeps anything', async () => {
    const { handOvers, reader, deps, clock } = await begin(1)
    await deps.settings.save({ retentionDays: 30 })
    await handOvers.setRule(crm, org, chosen)
    await handOvers.read(crm, org)
    expect(reader.asked[0]?.since).toBe(clock.now() - 30 * dayMs)
  })

  it('know who opened them, under any record of the person', async () => {
    const { handOvers, reader, deps, clock } = await begin(2)
    const other = { ...lead(1), kind: 'contact' as const }
    const plain = reader.progress
    reader.progress = async (rule, found) => {
      const read = await plain(rule, found)
      return { ...read, progress: read.progress.map((one) => (one.ref.id === lead(1).id ? { ...one, same: [other] } : one)) }
    }
    await deps.ledger.append([{ type: 'opened', id: deps.chance.id(clock.now()), at: 77, ref: other, rep: { id: 'r', name: 'R', verified: true } }], [])
    await handOvers.setRule(crm, org, chosen)
    await handOvers.read(crm, org)
    expect((await handOvers.page(undefined, 9)).rows.map(({ firstOpenedAt }) => firstOpenedAt)).toEqual([77, undefined])
  })

  it('know a lead sent something to as opened, too', async () => {
    const { handOvers, deps, clock } = await begin(2)
    const rep = { id: 'r', name: 'R', verified: true }
    await deps.ledger.append([{ type: 'send', id: deps.chance.id(clock.now()), at: 88, ref: lead(1), rep, assetId: 'a', assetVersion: 1, title: 'A', channel: 'copy' }], [])
    await handOvers.setRule(crm, org, chosen)
    await handOvers.read(crm, org)
    expect((await handOvers.page(undefined, 9)).rows.map(({ firstOpenedAt }) => firstOpenedAt)).toEqual([88, undefined])
  })

  it('refuse a way the CRM does not have, and forget a rule with its leads', async () => {
    const { handOvers, deps } = await begin(1)
    await expect(handOvers.setRule(crm, org, { way: { by: 'list', list: { id: '1', label: '' } }, since: 0, mql: [], sql: [] })).rejects.toMatchObject({ kind: 'invalid' })
    const first = await handOvers.setRule(crm, org, chosen)
    await handOvers.read(crm, org)
    const second = await handOvers.setRule(crm, org, chosen)
    expect(second?.version).toBeGreaterThan(first?.version ?? Infinity)
    expect(await deps.handOvers.byKeys([recordKey(lead(1))])).toEqual([])
    expect(await handOvers.setRule(crm, org, null)).toBeNull()
    expect(await deps.handOvers.rules()).toEqual([])
  })
})
