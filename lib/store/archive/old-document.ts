import * as z from 'zod/mini'
import { archiveShapes, type ArchiveEntry, type ArchiveKind } from '@/lib/domain/archive'
import { AppError } from '@/lib/domain/errors'
import { ledgerEvent } from '@/lib/domain/ledger'

// Backups of version 1: one JSON document with a list for each kind. Written no more; read for as long as somebody may have one.

const list = z._default(z.array(z.unknown()), [])
const envelope = z.object({
  format: z.literal('leadside-backup'), version: z.number(), playbook: z.optional(z.unknown()), events: z.array(z.unknown()), assets: z.array(z.unknown()), outbox: z.array(z.unknown()),
  documents: list, misses: list, learned: list, rules: list,
})

export function isOldDocument(text: string): boolean {
  return /^\s*\{[^{[]{0,80}"format"\s*:\s*"leadside-backup"/.test(text.slice(0, 400))
}

/** @throws AppError `invalid`; detail `form` or `version`. */
export function oldEntries(text: string, now: number): { entries: ArchiveEntry[]; invalid: number } {
  const parsed = envelope.safeParse(json(text))
  if (!parsed.success) throw new AppError('invalid', { detail: 'form' })
  if (parsed.data.version !== 1) throw new AppError('invalid', { detail: 'version' })
  const { playbook, events, assets, outbox, documents, misses, learned, rules } = parsed.data
  const given: [ArchiveKind | 'event', unknown][] = [
    ...(playbook === undefined || playbook === null ? [] : [['playbook', { at: now, playbook }] as [ArchiveKind, unknown]]),
    ...rules.map((rule): [ArchiveKind, unknown] => ['hand-over-rule', { rule }]),
    ...documents.map((one): [ArchiveKind, unknown] => ['document', one]),
    ...assets.map((one): [ArchiveKind, unknown] => ['asset', one]),
    ...events.map((one): ['event', unknown] => ['event', one]),
    ...outbox.map((one): [ArchiveKind, unknown] => ['outbox', one]),
    ...misses.map((one): [ArchiveKind, unknown] => ['miss', one]),
    ...learned.map((one): [ArchiveKind, unknown] => (typeof one === 'object' && one !== null && 'item' in one ? ['learned', { learned: one }] : ['learned-person', { person: one }])),
  ]
  const entries = given.flatMap(([kind, value]): ArchiveEntry[] => {
    const data = kind === 'event' ? ledgerEvent.safeParse(value) : archiveShapes[kind].safeParse(value)
    return data.success ? [{ kind, data: data.data } as ArchiveEntry] : []
  })
  return { entries, invalid: given.length - entries.length }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
