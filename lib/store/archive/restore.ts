import { archiveVersion, parseLine, type ArchiveEntry } from '@/lib/domain/archive'
import { AppError } from '@/lib/domain/errors'
import type { AssetStore, LedgerStore } from '@/lib/domain/ports'
import type { LocalArea, RestorePlan, TeamDocumentStore } from '@/lib/domain/store-ports'
import type { Durable } from '../durable'
import { progressId } from '../hub-store'
import { isOldDocument, oldEntries } from './old-document'
import { planParts } from './parts'

/** Largest text taken at once, in characters. */
export const largestChunk = 50_000_000

/**
 * Reads lines of an export back, chunk by chunk, in the order of the file; a chunk is written whole or not at all, and written
 * again it changes nothing. `dry` says what would happen and writes nothing. A backup of before there were lines is one chunk.
 */
export function createRestorer(durable: Durable, stores: { ledger: LedgerStore; assets: AssetStore; documents: TeamDocumentStore; local: LocalArea }) {
  const { db, guard } = durable
  return async (text: string, dry: boolean): Promise<RestorePlan> => {
    const { entries, invalid } = entriesOf(text, durable.clock.now())
    const choices = entries.flatMap((entry) => (entry.kind === 'choices' ? [entry.data] : []))
    const plan = await guard(async () => {
      const restoring = planParts(durable, stores, entries, invalid, dry)
      const run = async () => { for (const step of restoring.steps) await step() }
      if (dry) await run()
      else if (restoring.steps.length > 0) {
        await db.transaction('rw', db.tables, async () => {
          await run()
          // Whom the hub erased since the file was saved is back: its erasures are read again from the first.
          await db.hub.delete(progressId('erasures'))
        })
      }
      return restoring.plan
    })
    if (!dry) for (const { key, value } of choices) if (await stores.local.get(key) === undefined) await stores.local.set(key, value)
    return plan
  }
}

/** @throws AppError `invalid`; detail `size`, `form` or `version`. */
function entriesOf(text: string, now: number): { entries: ArchiveEntry[]; invalid: number } {
  if (text.length > largestChunk) throw new AppError('invalid', { detail: 'size' })
  if (isOldDocument(text)) return oldEntries(text, now)
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const parsed = lines.map(parseLine)
  const entries = parsed.filter((entry): entry is ArchiveEntry => typeof entry === 'object')
  if (lines.length > 0 && entries.length === 0 && !parsed.includes('unknown')) throw new AppError('invalid', { detail: 'form' })
  if (entries.some((entry) => entry.kind === 'export' && entry.data.version > archiveVersion)) throw new AppError('invalid', { detail: 'version' })
  return { entries, invalid: parsed.length - entries.length }
}
