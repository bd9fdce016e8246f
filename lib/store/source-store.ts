import { source } from '@/lib/domain/source'
import type { Source } from '@/lib/domain/source'
import type { SourceStore } from '@/lib/domain/source-ports'
import type { Durable } from './durable'
import { createRowReader } from './row-reader'
import { rowRev } from './rows'

/** The places the library is filled from. */
export function createSourceStore({ db, guard, damaged }: Durable): SourceStore {
  const reader = createRowReader<Source>({ field: 'source', schema: source, damaged, trust: false })

  return {
    all: () => guard(async () => reader.readAll(await db.sources.toArray()).sort((a, b) => a.addedAt - b.addedAt)),
    byId: (id) => guard(async () => {
      const row = await db.sources.get(id)
      return row && reader.read(row)
    }),
    put: (value) => guard(async () => void await db.sources.put({ id: value.id, rev: rowRev, source: value })),
    remove: (id) => guard(() => db.sources.delete(id)),
  }
}
