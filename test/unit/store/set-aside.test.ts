import Dexie from 'dexie'
import { IDBIndex } from 'fake-indexeddb'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { HandOverRule } from '@/lib/domain/hand-over'
import { readSheet } from '@/lib/domain/review/sheet'
import { createDatabase } from '@/lib/store/database'
import { createGuard } from '@/lib/store/guard'
import type { DurableDb } from '@/lib/store/rows'
import { createSeal } from '@/lib/store/seal'
import { durableSteps } from '@/lib/store/steps'
import durable1 from '../../fixtures/store/durable-1.json'
import { loadDatabase } from '../../fixtures/store/dump'
import { eventId, lead, verdict } from '../../fixtures/store/events'
import { playbook } from '../../fixtures/store/filled'
import { boot, createMachine, type Machine } from '../../fixtures/store/machine'

/** The database itself, past every store. */
const databaseOf = ({ indexedDB }: Machine) => createDatabase({ name: 'leadside', steps: durableSteps, durability: 'strict', indexedDB }) as DurableDb
const rule: HandOverRule = { crm: 'hubspot', org: '7', version: 1, setAt: 1, since: 0, way: { by: 'lifecycle-stage', stage: { id: 'mql', label: 'MQL' } }, mql: [], sql: [] }

describe('a row that cannot be read', () => {
  afterEach(() => vi.restoreAllMocks())

  it('F38 leaves the playbook before it in force', async () => {
    const machine = createMachine()
    const { playbooks, warnings } = await boot(machine)
    await playbooks.put(playbook, 1)
    await databaseOf(machine).playbooks.put({ version: '2', at: 2, rev: 2, playbook: { version: '2', chapters: [] } as never })
    expect((await playbooks.current())?.version).toBe('1')
    await expect.poll(() => warnings.all()).toMatchObject([{ id: 'damaged:playbook' }])
  })

  it('F38 hides no other rule of what counts as handed over', async () => {
    const machine = createMachine()
    const { handOvers } = await boot(machine)
    await handOvers.setRule(rule)
    await databaseOf(machine).handOverRules.put({ orgKey: 'salesforce:o', rev: 2, rule: null as never })
    expect(await handOvers.rules()).toEqual([rule])
    await handOvers.purge(5)
    expect(await handOvers.merge({ ...rule, crm: 'salesforce', org: 'o' }, { found: [], cursor: 'c', more: false, lacks: [] }, 5)).toBe(0)
  })

  it('F38 is no sign-in where a newer release sealed it: the person signs in again', async () => {
    const machine = createMachine()
    const { vault } = await boot(machine)
    const db = databaseOf(machine)
    const org = 'hubspot:7'
    await vault.set(org, { accessToken: 'a', userId: 'u', apiOrigin: 'https://api.hubapi.com', mode: 'token', scopes: [] })
    expect((await vault.get(org))?.accessToken).toBe('a')
    const sealed = await createSeal(db, createGuard(async () => undefined), globalThis.crypto).seal(JSON.stringify({ tokens: ['a'] }), `${org} u`)
    await db.secrets.update(`${org} u`, sealed)
    expect(await vault.get(org)).toBeUndefined()
  })
})

describe('a day of before there were sheets', () => {
  afterEach(() => vi.restoreAllMocks())

  it('is packed with the verdict that is given while it is', async () => {
    const machine = createMachine()
    await loadDatabase(machine.indexedDB, durable1)
    const { feedback, ledger } = await boot(machine)
    const [old] = (await feedback.page({ limit: 1 })).entries
    if (!old) throw new Error('version 1 has verdicts')
    const given = verdict(90, { ref: lead(9), at: old.at })
    let giving: Promise<void> | undefined
    const real = IDBIndex.prototype.getAll
    vi.spyOn(IDBIndex.prototype, 'getAll').mockImplementation(function read(this: IDBIndex, ...args) {
      if (this.name === '[shown+id]') giving ??= Dexie.ignoreTransaction(() => ledger.append([given], []))
      return real.apply(this, args)
    })
    await feedback.sheets()
    await giving
    expect((await feedback.sheets()).sheets.flatMap((sheet) => readSheet(sheet)).map(({ id }) => id)).toContain(eventId(90))
  })
})
