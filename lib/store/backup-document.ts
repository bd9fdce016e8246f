import * as z from 'zod/mini'
import { asset } from '@/lib/domain/asset'
import type { Asset } from '@/lib/domain/asset'
import { AppError } from '@/lib/domain/errors'
import { handOverRule } from '@/lib/domain/hand-over'
import type { HandOverRule } from '@/lib/domain/hand-over'
import { ledgerEvent } from '@/lib/domain/ledger'
import type { LedgerEvent } from '@/lib/domain/ledger'
import { countedPerson, learnedItem } from '@/lib/domain/learned'
import type { CountedPerson, LearnedItem } from '@/lib/domain/learned'
import { miss } from '@/lib/domain/miss'
import type { Miss } from '@/lib/domain/miss'
import { outboxRow } from '@/lib/domain/outbox'
import type { OutboxRow } from '@/lib/domain/outbox'
import { teamDocument } from '@/lib/domain/team-document'
import type { TeamDocument } from '@/lib/domain/team-document'
import { playbook } from '@/lib/domain/playbook'
import type { Playbook } from '@/lib/domain/playbook'

/** Largest file written or read, in characters, which for these texts is bytes within a few percent. */
export const largestFile = 50_000_000
const format = 'leadside-backup'
const version = 1

const envelope = z.object({
  format: z.literal(format),
  version: z.number(),
  playbook: z.optional(z.unknown()),
  events: z.array(z.unknown()),
  assets: z.array(z.unknown()),
  outbox: z.array(z.unknown()),
  /** Absent in files of before there were any. */
  documents: z.optional(z.array(z.unknown())),
  misses: z.optional(z.array(z.unknown())),
  learned: z.optional(z.array(z.unknown())),
  rules: z.optional(z.array(z.unknown())),
})

export interface BackupContent {
  playbook?: Playbook | undefined
  events: LedgerEvent[]
  assets: Asset[]
  outbox: OutboxRow[]
  documents: TeamDocument[]
  misses: Miss[]
  /** Counts, and until when the people behind them were counted. */
  learned: (LearnedItem | CountedPerson)[]
  /** What counts as handed over. The leads themselves are read from their CRM again. */
  rules: HandOverRule[]
  /** How many entries are not what they claim to be. */
  invalid: number
}

const kinds = ['documents', 'misses', 'learned', 'rules', 'events', 'assets', 'outbox'] as const
type Kind = (typeof kinds)[number]

/** Complete files, none larger than the limit: what there is of each kind is spread over as many as are needed. */
export function toDocuments(content: { playbook: unknown } & Record<Kind, unknown[]>, exportedAt: number, limit = largestFile): string[] {
  const head = JSON.stringify({ format, version, exportedAt, playbook: content.playbook }).slice(0, -1)
  const documents: string[] = []
  let texts = noTexts()
  let size = 0
  const close = () => {
    documents.push(`${head},${kinds.map((kind) => `"${kind}":[${texts[kind].join(',')}]`).join(',')}}`)
    texts = noTexts()
    size = 0
  }
  for (const kind of kinds) {
    for (const entry of content[kind]) {
      const text = JSON.stringify(entry)
      if (size > 0 && head.length + 100 + size + text.length + 1 > limit) close()
      texts[kind].push(text)
      size += text.length + 1
    }
  }
  if (size > 0 || documents.length === 0) close()
  return documents
}

function noTexts(): Record<Kind, string[]> {
  return { documents: [], misses: [], learned: [], rules: [], events: [], assets: [], outbox: [] }
}

/** @throws AppError `invalid`; detail `size`, `form` or `version`. */
export function parseDocument(json: string): BackupContent {
  if (json.length > largestFile) throw new AppError('invalid', { detail: 'size' })
  const parsed = envelope.safeParse(readJson(json))
  if (!parsed.success) throw new AppError('invalid', { detail: 'form' })
  if (parsed.data.version !== version) throw new AppError('invalid', { detail: 'version' })
  const { events, assets, outbox, documents = [], misses = [], learned = [], rules = [] } = parsed.data
  const book = playbook.safeParse(parsed.data.playbook)
  const content = {
    events: keep(ledgerEvent, events), assets: keep(asset, assets), outbox: keep(outboxRow, outbox), documents: keep(teamDocument, documents),
    misses: keep(miss, misses), learned: keep(z.union([learnedItem, countedPerson]), learned), rules: keep(handOverRule, rules),
  }
  const given = [events, assets, outbox, documents, misses, learned, rules].flat().length
  const kept = Object.values(content).flat().length
  const badBook = parsed.data.playbook !== undefined && parsed.data.playbook !== null && !book.success
  return { ...content, playbook: book.data, invalid: given - kept + (badBook ? 1 : 0) }
}

function keep<T>(schema: z.ZodMiniType<T>, values: readonly unknown[]): T[] {
  return values.flatMap((value) => {
    const parsed = schema.safeParse(value)
    return parsed.success ? [parsed.data] : []
  })
}

function readJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
