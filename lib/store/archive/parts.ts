import type { ArchiveData, ArchiveEntry, ArchiveKind } from '@/lib/domain/archive'
import type { Asset } from '@/lib/domain/asset'
import type { OutboxRow } from '@/lib/domain/outbox'
import type { AssetStore, LedgerStore } from '@/lib/domain/ports'
import { orgKey, recordKey } from '@/lib/domain/record-ref'
import type { RestorePlan, TeamDocumentStore } from '@/lib/domain/store-ports'
import { countingAdded, recounted } from '../count-past'
import type { Durable } from '../durable'
import { rowRev } from '../rows'
import { toVerdictRow } from '../verdict-row'
import { projectVerdicts } from '../verdict-rows'

export interface RestoreStores { ledger: LedgerStore; assets: AssetStore; documents: TeamDocumentStore }

/** A part of a restore; `run` fills in the plan. */
export interface Restoring { plan: RestorePlan; steps: (() => Promise<void>)[] }

/**
 * Compares entries with what is here and, unless `dry`, writes what is new: one step a kind, and none for a kind that does not
 * occur, because a transaction ends where nobody asks it anything.
 */
export function planParts({ db, clock }: Durable, stores: RestoreStores, entries: readonly ArchiveEntry[], invalid: number, dry: boolean): Restoring {
  const none = () => ({ added: 0, known: 0 })
  const plan: RestorePlan = { events: none(), assets: { ...none(), changed: 0 }, outbox: none(), documents: none(), playbook: 'absent', others: none(), invalid }
  const steps: Restoring['steps'] = []

  function step<K extends ArchiveKind>(kind: K, run: (given: ArchiveData<K>[]) => Promise<void>): void {
    const given = entries.flatMap((entry) => (entry.kind === kind ? [entry.data as ArchiveData<K>] : []))
    if (given.length > 0) steps.push(() => run(given))
  }
  /** Entries whose key is not here yet are written. */
  function fresh<K extends ArchiveKind>(kind: K, known: (given: ArchiveData<K>[]) => PromiseLike<readonly unknown[]>, write: (fresh: ArchiveData<K>[]) => PromiseLike<unknown>): void {
    step(kind, async (given) => {
      const here = await known(given)
      const added = given.filter((_, index) => here[index] === undefined)
      plan.others.added += added.length
      plan.others.known += given.length - added.length
      if (!dry && added.length > 0) await write(added)
    })
  }

  step('playbook', async (given) => {
    const here = await db.playbooks.bulkGet(given.map(({ playbook: { version } }) => version))
    const added = given.filter((_, index) => here[index] === undefined)
    const current = (await db.playbooks.orderBy('at').last())?.at ?? -Infinity
    // The one put last, here or there, is the one in force.
    plan.playbook = added.some(({ at }) => at > current) ? 'replaced' : 'same'
    if (!dry && added.length > 0) await db.playbooks.bulkPut(added.map(({ at, playbook }) => ({ version: playbook.version, at, rev: rowRev, playbook })))
  })
  step('document', async (given) => {
    const here = await db.documents.bulkGet(given.map(({ id }) => id))
    const newer = given.filter(({ version }, index) => (here[index]?.document.version ?? -Infinity) < version)
    plan.documents = { added: newer.length, known: given.length - newer.length }
    if (!dry) await stores.documents.put(newer)
  })
  fresh('hand-over-rule', (given) => db.handOverRules.bulkGet(given.map(({ rule }) => orgKey(rule))),
    (added) => db.handOverRules.bulkPut(added.map(({ rule, state }) => ({ orgKey: orgKey(rule), rev: rowRev, rule, ...(state === undefined ? {} : { state }) }))))
  fresh('source', (given) => db.sources.bulkGet(given.map(({ id }) => id)), (added) => db.sources.bulkPut(added.map((source) => ({ id: source.id, rev: rowRev, source }))))
  step('asset', async (given) => {
    const here = await db.assets.bulkGet(given.map(({ id }) => id))
    const added = given.filter((_, index) => here[index] === undefined)
    const changed = given.filter((asset, index) => here[index] !== undefined && !sameAsset(here[index]?.asset, asset))
    plan.assets = { added: added.length, changed: changed.length, known: given.length - added.length - changed.length }
    if (!dry) await stores.assets.put([...added, ...changed])
  })
  const events = entries.flatMap((entry) => (entry.kind === 'event' ? [entry.data] : []))
  if (events.length > 0) steps.push(async () => {
    const known = (await db.events.bulkGet(events.map(({ id }) => id))).filter((row) => row !== undefined).length
    plan.events = { added: events.length - known, known }
    if (!dry) await stores.ledger.append(events, [])
  })
  step('outbox', async (given) => {
    const known = (await db.outbox.bulkGet(given.map(({ id }) => id))).filter((row) => row !== undefined).length
    plan.outbox = { added: given.length - known, known }
    if (!dry) await stores.ledger.append([], given.map((row) => toUnsure(row, clock.now())))
  })
  fresh('team-event', async (given) => {
    const ids = given.map(({ event }) => event.id)
    const [own, others] = await Promise.all([db.events.bulkGet(ids), db.teamEvents.bulkGet(ids)])
    return ids.map((_, index) => own[index] ?? others[index])
  }, async (added) => {
    const rows = added.map(({ event, origin }) => ({ id: event.id, rev: rowRev, recordKey: recordKey(event.ref), event, ...(origin === undefined ? {} : { origin }) }))
    await countingAdded(db, rows.map(({ event }) => event), () => db.teamEvents.bulkPut(rows))
    await projectVerdicts(
      db,
      added.flatMap(({ event, origin }) => (event.type === 'verdict' ? [toVerdictRow(event, origin === undefined ? 'crm' : 'hub')] : [])),
      added.flatMap(({ event }) => (event.type === 'verdict-withdrawn' ? [recordKey(event.ref)] : [])),
    )
  })
  fresh('team-verdict', (given) => db.verdicts.bulkGet(given.map(({ entry }) => entry.id)),
    (added) => projectVerdicts(db, added.map(({ entry }) => ({ id: entry.id, rev: rowRev, recordKey: recordKey(entry.ref), withdrawn: false, entry })), []))
  fresh('link-view', (given) => db.linkViews.bulkGet(given.map(({ id }) => id)),
    (added) => db.linkViews.bulkPut(added.map((view) => ({ id: view.id, recordKey: view.record, at: view.at, rev: rowRev, view }))))
  fresh('hand-over', (given) => db.handOvers.bulkGet(given.map(({ handOver }) => handOver.key)),
    (added) => db.handOvers.bulkPut(added.map(({ due, handOver }) => ({ key: handOver.key, orgKey: handOver.orgKey, at: handOver.at, ...(due === undefined ? {} : { due }), rev: rowRev, handOver }))))
  fresh('miss', (given) => db.misses.bulkGet(given.map(({ key }) => key)), (added) => db.misses.bulkPut(added.map((miss) => ({ key: miss.key, last: miss.last, rev: rowRev, miss }))))
  fresh('learned', (given) => db.learned.bulkGet(given.map(({ learned }) => learned.item)),
    (added) => db.learned.bulkPut(added.map(({ at = clock.now(), learned }) => ({ item: learned.item, at, rev: rowRev, learned }))))
  fresh('learned-person', (given) => db.learnedPeople.bulkGet(given.map(({ person }) => person.key)),
    (added) => recounted(db, added.map(({ person }) => person.key), () => db.learnedPeople.bulkPut(added.map(({ at = clock.now(), person }) => ({ ...person, at })))))
  fresh('mark', (given) => db.marks.bulkGet(given.map(({ kind, id }) => [kind, id])), (added) => db.marks.bulkPut(added))
  return { plan, steps }
}

/** The machine it was saved on may have delivered it meanwhile: the CRM is read before it is written. */
function toUnsure({ lease: _lease, ...row }: OutboxRow, now: number): OutboxRow {
  return { ...row, state: 'retry', dueAt: now, unsure: true, unsureSince: row.unsureSince ?? row.createdAt }
}

function sameAsset(a: Asset | undefined, b: Asset): boolean {
  return a !== undefined && JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

function sorted(asset: Asset): [string, unknown][] {
  return Object.entries(asset).filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
}
