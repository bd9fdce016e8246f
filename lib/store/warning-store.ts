import { toErrorInfo } from '@/lib/domain/errors'
import type { WarningStore } from '@/lib/domain/store-ports'
import type { Durable } from './durable'

/** What a person must be told until they dismiss it; that the database itself is broken, always. Raising the same id again changes nothing but its text. */
export function createWarningStore({ db, guard }: Pick<Durable, 'db' | 'guard'>): WarningStore {
  return {
    async all() {
      try {
        const rows = await guard(() => db.warnings.toArray())
        return rows.sort((a, b) => a.at - b.at).map(({ id, kind, detail }) => ({ id, kind, detail }))
      } catch (failure) {
        const { kind, detail } = toErrorInfo(failure)
        if (kind !== 'storage-broken') throw failure
        return [{ id: kind, kind, detail }]
      }
    },
    raise: (warning, at) => guard(async () => void await db.warnings.put({ ...warning, at })),
    dismiss: (id) => guard(() => db.warnings.delete(id)),
  }
}
