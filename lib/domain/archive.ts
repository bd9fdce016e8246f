import * as z from 'zod/mini'
import { asset } from './asset'
import { cloudEvent, eventTypeOf, toCloudEvent, type CloudEvent } from './cloud-event'
import { feedbackRow } from './feedback-row'
import { handOver, handOverRule } from './hand-over'
import { handOverState } from './hand-over-ports'
import { linkView } from './hub'
import { countedPerson, learnedItem } from './learned'
import { ledgerEvent, type LedgerEvent } from './ledger'
import { miss } from './miss'
import { outboxRow } from './outbox'
import { playbook } from './playbook'
import { source } from './source'
import { teamDocument } from './team-document'

/** The form of the file; a later one says so in its first line. */
export const archiveVersion = 2

/** What a person chose on the desk and in the dock, as it is stored. */
export const keptChoices = ['settings', 'views', 'dock'] as const

/** What a line may carry beside ledger events, by the last part of its type: `app.leadside.desk.<kind>`. */
export const archiveShapes = {
  export: z.object({ version: z.number() }),
  asset,
  playbook: z.object({ at: z.number(), playbook }),
  document: teamDocument,
  'hand-over-rule': z.object({ rule: handOverRule, state: z.optional(handOverState) }),
  'hand-over': z.object({ due: z.optional(z.number()), handOver }),
  source,
  outbox: outboxRow,
  miss,
  learned: z.object({ at: z.optional(z.number()), learned: learnedItem }),
  'learned-person': z.object({ at: z.optional(z.number()), person: countedPerson }),
  mark: z.object({ kind: z.string().check(z.maxLength(60)), id: z.string().check(z.maxLength(500)), at: z.number() }),
  /** What others did: told by the hub, or kept whole by a CRM. */
  'team-event': z.object({ event: ledgerEvent, origin: z.optional(z.enum(['hub', 'kept'])) }),
  /** Somebody's verdict of which a CRM shows no more than its fields. */
  'team-verdict': z.object({ entry: z.omit(feedbackRow, { url: true, sample: true, company: true, recordName: true, look: true }) }),
  'link-view': linkView,
  choices: z.object({ key: z.enum(keptChoices), value: z.unknown() }),
} as const
export type ArchiveKind = keyof typeof archiveShapes
export type ArchiveData<K extends ArchiveKind> = z.infer<(typeof archiveShapes)[K]>
export type ArchiveEntry = { kind: 'event'; data: LedgerEvent } | { [K in ArchiveKind]: { kind: K; data: ArchiveData<K> } }[ArchiveKind]

const deskType = 'desk.'
const deskSource = 'urn:leadside:desk'

/** One line of the file: a CloudEvent in JSON. @param id unique within its kind @param at when it became what it is, epoch milliseconds; 0 where that is not known */
export function toLine(entry: ArchiveEntry, id: string, at: number): string {
  return JSON.stringify(entry.kind === 'event' ? toCloudEvent(entry.data) : envelope(entry, id, at))
}

function envelope({ kind, data }: Exclude<ArchiveEntry, { kind: 'event' }>, id: string, at: number): CloudEvent {
  return {
    specversion: '1.0', id: `${kind}:${id}`.slice(0, 200), source: deskSource, type: eventTypeOf(deskType + kind), ...(at > 0 ? { time: new Date(at).toISOString() } : {}), datacontenttype: 'application/json',
    dataschema: schemaName(kind), data,
  }
}

/** The name under which a kind's JSON Schema is published (`docs/schemas`). */
export function schemaName(kind: string): string {
  return `urn:leadside:schema:${kind}:${archiveVersion}`
}

/** `undefined` for a line that is not what it claims to be; `unknown` for one of a kind this release does not know. */
export function parseLine(line: string): ArchiveEntry | 'unknown' | undefined {
  const parsed = cloudEvent.safeParse(json(line))
  if (!parsed.success) return undefined
  const { type, data } = parsed.data
  const desk = eventTypeOf(deskType)
  if (!type.startsWith(desk)) {
    const event = ledgerEvent.safeParse(data)
    return event.success && eventTypeOf(event.data.type) === type ? { kind: 'event', data: event.data } : undefined
  }
  const kind = type.slice(desk.length)
  if (!Object.hasOwn(archiveShapes, kind)) return 'unknown'
  const value = archiveShapes[kind as ArchiveKind].safeParse(data)
  return value.success ? ({ kind, data: value.data } as ArchiveEntry) : undefined
}

function json(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
