import { archiveVersion, keptChoices, toLine } from '@/lib/domain/archive'
import { AppError } from '@/lib/domain/errors'
import type { LocalArea } from '@/lib/domain/store-ports'
import { readSlice } from './read-slice'
import { savedTables } from './tables'

/** Rows turned into lines in one go: some 30 ms of work. */
const sliceSize = 1_000

export interface ExportSlice { lines: string[]; next?: string | undefined }

/**
 * One slice of everything kept here, as JSON Lines; hand `next` in again for the following one. Reads a database that cannot be
 * opened by its steps, too.
 */
export function createExporter({ indexedDB, name, local }: { indexedDB: IDBFactory; name: string; local: LocalArea }) {
  return async (after: string | undefined, now: number): Promise<ExportSlice> => {
    const at = after === undefined ? { table: 0 } : position(after)
    const table = savedTables[at.table]
    if (!table) return { lines: [] }
    const { rows, last } = await readSlice(indexedDB, name, table.table, at.after, sliceSize)
    const lines = rows.flatMap((row) => {
      const made = table.entry(row)
      return made ? [toLine(made.entry, made.id, made.at)] : []
    })
    const next = last === undefined ? { table: at.table + 1 } : { table: at.table, after: last }
    return { lines: after === undefined ? [...await head(local, now), ...lines] : lines, next: next.table < savedTables.length ? JSON.stringify(next) : undefined }
  }
}

async function head(local: LocalArea, now: number): Promise<string[]> {
  const choices = await Promise.all(keptChoices.map(async (key) => ({ key, value: await local.get(key) })))
  return [
    toLine({ kind: 'export', data: { version: archiveVersion } }, String(now), now),
    ...choices.filter(({ value }) => value !== undefined).map((data) => toLine({ kind: 'choices', data }, data.key, 0)),
  ]
}

/** @throws AppError `invalid` for anything but what a slice gave */
function position(text: string): { table: number; after?: IDBValidKey } {
  try {
    const { table, after } = JSON.parse(text) as { table?: unknown; after?: IDBValidKey }
    if (typeof table === 'number') return after === undefined ? { table } : { table, after }
  } catch {
    // Falls through to the refusal.
  }
  throw new AppError('invalid', { detail: 'cursor' })
}
