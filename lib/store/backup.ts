import * as z from 'zod/mini'
import type { Asset } from '@/lib/domain/asset'
import type { AssetStore, LedgerStore } from '@/lib/domain/ports'
import type { HandOverStore } from '@/lib/domain/hand-over-ports'
import type { Backup, PlaybookStore, RestorePlan, TeamDocumentStore } from '@/lib/domain/store-ports'
import { orgKey } from '@/lib/domain/record-ref'
import { restoreCounts } from './backup-counts'
import { parseDocument, toDocuments } from './backup-document'
import type { BackupContent } from './backup-document'
import { dumpStores } from './dump'
import type { Durable } from './durable'

const saved = ['events', 'assets', 'outbox', 'playbooks', 'documents', 'misses', 'learned', 'learnedPeople', 'handOverRules'] as const
const withField = (field: string) => z.object({ [field]: z.unknown() })
const inside = (field: string, rows: readonly unknown[]) => rows.map((row) => withField(field).safeParse(row).data?.[field])
const finished = z.object({ state: z.enum(['done', 'cancelled']) })
const counted = z.pipe(z.object({ key: z.string(), until: z.number() }), z.transform(({ key, until }) => ({ key, until })))
const stamped = z.object({ at: z.number(), playbook: z.unknown() })

/** Export and restore. Secrets, keys and cached copies of CRM data are no part of it. */
export function createBackup({ db, guard, clock }: Durable, stores: {
  indexedDB: IDBFactory
  ledger: LedgerStore
  assets: AssetStore
  playbooks: PlaybookStore
  documents: TeamDocumentStore
  handOvers: HandOverStore
}): Backup {
  async function compare(content: BackupContent) {
    const [events, rows, books, assets, findings, answers] = await guard(() => Promise.all([
      db.events.where('id').anyOf(content.events.map(({ id }) => id)).primaryKeys(),
      db.outbox.where('id').anyOf(content.outbox.map(({ id }) => id)).primaryKeys(),
      stores.playbooks.current(),
      stores.assets.all(),
      stores.documents.all('finding'),
      stores.documents.all('request-answer'),
    ]))
    const known = new Map(assets.map((asset) => [asset.id, asset]))
    const changed = content.assets.filter((asset) => known.has(asset.id) && !sameAsset(known.get(asset.id), asset))
    const added = content.assets.filter((asset) => !known.has(asset.id))
    const versions = new Map([...findings, ...answers].map(({ id, version }) => [id, version]))
    const newer = content.documents.filter(({ id, version }) => (versions.get(id) ?? -Infinity) < version).length
    const plan: RestorePlan = {
      events: { added: content.events.length - events.length, known: events.length },
      assets: { added: added.length, changed: changed.length, known: content.assets.length - added.length - changed.length },
      outbox: { added: content.outbox.length - rows.length, known: rows.length },
      documents: { added: newer, known: content.documents.length - newer },
      playbook: content.playbook === undefined ? 'absent' : content.playbook.version === books?.version ? 'same' : 'replaced',
      invalid: content.invalid,
    }
    return { plan, write: [...added, ...changed] }
  }

  return {
    async export(now) {
      const dump = await dumpStores(stores.indexedDB, db.name, saved)
      const book = (dump['playbooks'] ?? []).map((row) => stamped.safeParse(row).data).filter((row) => row !== undefined)
        .sort((a, b) => b.at - a.at)[0]
      return toDocuments({
        playbook: book?.playbook,
        events: inside('event', dump['events'] ?? []),
        assets: inside('asset', dump['assets'] ?? []),
        documents: inside('document', dump['documents'] ?? []),
        misses: inside('miss', dump['misses'] ?? []),
        learned: [...inside('learned', dump['learned'] ?? []), ...(dump['learnedPeople'] ?? []).map((row) => counted.safeParse(row).data)],
        rules: inside('rule', dump['handOverRules'] ?? []),
        outbox: inside('row', dump['outbox'] ?? []).filter((row) => !finished.safeParse(row).success),
      }, now)
    },

    plan: async (json) => (await compare(parseDocument(json))).plan,

    async restore(json) {
      const content = parseDocument(json)
      const { plan, write } = await compare(content)
      const { playbook } = content
      await guard(() => db.transaction('rw', db.tables, async () => {
        await stores.ledger.append(content.events, content.outbox.map((row) => toUnsure(row, clock.now())))
        await stores.assets.put(write)
        await stores.documents.put(content.documents)
        await restoreCounts(db, content, clock.now())
        for (const rule of content.rules) if (!(await db.handOverRules.get(orgKey(rule)))) await stores.handOvers.setRule(rule)
        if (playbook && plan.playbook === 'replaced') await stores.playbooks.put(playbook, clock.now())
      }))
      return plan
    },
  }
}

/** The machine it was saved on may have delivered it meanwhile: the CRM is read before it is written. */
function toUnsure({ lease: _lease, ...row }: BackupContent['outbox'][number], now: number): BackupContent['outbox'][number] {
  return { ...row, state: 'retry', dueAt: now, unsure: true, unsureSince: row.unsureSince ?? row.createdAt }
}

function sameAsset(a: Asset | undefined, b: Asset): boolean {
  return a !== undefined && JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

function sorted(asset: Asset): [string, unknown][] {
  return Object.entries(asset).filter(([, value]) => value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
}
