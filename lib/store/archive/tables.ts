import * as z from 'zod/mini'
import { type ArchiveEntry, archiveShapes, type ArchiveKind } from '@/lib/domain/archive'
import { ledgerEvent } from '@/lib/domain/ledger'

/** How a stored row becomes an entry of the file; `undefined` where it is damaged or not worth keeping. */
interface SavedTable { table: string; entry(row: unknown): { entry: ArchiveEntry; id: string; at: number } | undefined }

const row = z.looseObject({ at: z.optional(z.number()), due: z.optional(z.number()), key: z.optional(z.string()), until: z.optional(z.number()), kind: z.optional(z.string()), id: z.optional(z.string()) })

/** The value under one field of the row, as an entry of that kind; `momentOf` says when it became what it is. */
function inside<K extends ArchiveKind>(
  table: string, field: string, kind: K, idOf: (data: z.infer<(typeof archiveShapes)[K]>) => string, momentOf: (data: z.infer<(typeof archiveShapes)[K]>) => number,
): SavedTable {
  return {
    table,
    entry(given) {
      const parsed = row.safeParse(given).data
      const data = archiveShapes[kind].safeParse(parsed?.[field])
      if (!parsed || !data.success) return undefined
      const value = data.data as z.infer<(typeof archiveShapes)[K]>
      return { entry: { kind, data: value } as ArchiveEntry, id: idOf(value), at: momentOf(value) }
    },
  }
}

/** The row itself, or what `make` picks of it. */
function whole<K extends ArchiveKind>(table: string, kind: K, idOf: (data: z.infer<(typeof archiveShapes)[K]>) => string, make: (given: z.infer<typeof row>) => unknown,
  momentOf?: (data: z.infer<(typeof archiveShapes)[K]>) => number,
): SavedTable {
  return {
    table,
    entry(given) {
      const parsed = row.safeParse(given).data
      const data = archiveShapes[kind].safeParse(parsed && make(parsed))
      if (!data.success) return undefined
      const value = data.data as z.infer<(typeof archiveShapes)[K]>
      return { entry: { kind, data: value } as ArchiveEntry, id: idOf(value), at: momentOf?.(value) ?? parsed?.at ?? 0 }
    },
  }
}

const bare = z.looseObject({ origin: z.literal('crm'), playbook: z.optional(z.undefined()) })

function bareVerdict(entry: unknown): { entry: unknown } | undefined {
  return bare.safeParse(entry).success ? { entry } : undefined
}

const finished: ReadonlySet<string> = new Set(['done', 'cancelled'])
const outboxTable = inside('outbox', 'row', 'outbox', ({ id }) => id, ({ createdAt }) => createdAt)

/**
 * Everything a desk shows, in the order it is written and read back. Secrets, keys, what is worked out from the rest and what
 * only means something on this machine are no part of it.
 */
export const savedTables: readonly SavedTable[] = [
  whole('playbooks', 'playbook', ({ playbook }) => playbook.version, ({ at, ['playbook']: playbook }) => ({ at, playbook })),
  inside('documents', 'document', 'document', ({ id, version }) => `${id}@${version}`, ({ updatedAt }) => updatedAt),
  whole('handOverRules', 'hand-over-rule', ({ rule }) => `${rule.crm}:${rule.org}`, ({ ['rule']: rule, ['state']: state }) => ({ rule, state }), ({ rule }) => rule.setAt),
  inside('sources', 'source', 'source', ({ id }) => id, ({ addedAt }) => addedAt),
  inside('assets', 'asset', 'asset', ({ id, version }) => `${id}@${version}`, ({ updatedAt }) => updatedAt),
  {
    table: 'events',
    entry(given) {
      const event = ledgerEvent.safeParse(row.safeParse(given).data?.['event'])
      return event.success ? { entry: { kind: 'event', data: event.data }, id: event.data.id, at: event.data.at } : undefined
    },
  },
  {
    table: 'outbox',
    entry(given) {
      const made = outboxTable.entry(given)
      return made?.entry.kind === 'outbox' && finished.has(made.entry.data.state) ? undefined : made
    },
  },
  whole('teamEvents', 'team-event', ({ event }) => event.id, ({ ['event']: event, ['origin']: origin }) => ({ event, ...(origin === undefined ? {} : { origin }) }), ({ event }) => event.at),
  // Of a verdict whose event is kept this is worked out anew; only such a one names its playbook.
  whole('verdicts', 'team-verdict', ({ entry }) => entry.id, ({ ['entry']: entry }) => bareVerdict(entry), ({ entry }) => entry.at),
  inside('linkViews', 'view', 'link-view', ({ id }) => id, ({ at }) => at),
  whole('handOvers', 'hand-over', ({ handOver }) => handOver.key, ({ due, ['handOver']: handOver }) => ({ due, handOver })),
  inside('misses', 'miss', 'miss', ({ key }) => key, ({ last }) => last),
  whole('learned', 'learned', ({ learned }) => learned.item, ({ at, ['learned']: learned }) => ({ at, learned })),
  whole('learnedPeople', 'learned-person', ({ person }) => person.key, ({ at, key, until }) => ({ at, person: { key, until } })),
  whole('marks', 'mark', ({ kind, id }) => `${kind}:${id}`, ({ kind, id, at }) => ({ kind, id, at })),
]
