import Dexie from 'dexie'
import type { MarkStore } from '@/lib/domain/store-ports'
import type { Durable } from './durable'

/** Small facts by kind and id: dismissed notices, what belongs to the samples. */
export function createMarkStore({ db, guard }: Durable): MarkStore {
  const ofKind = (kind: string) => db.marks.where('[kind+id]').between([kind, Dexie.minKey], [kind, Dexie.maxKey])

  return {
    add: (kind, ids, at) => guard(async () => void await db.marks.bulkPut(ids.map((id) => ({ kind, id, at })))),
    remove: (kind, ids) => guard(() => db.marks.bulkDelete(ids.map((id): [string, string] => [kind, id]))),
    newest: (kind, limit) => guard(async () => (
      (await ofKind(kind).toArray()).sort((a, b) => b.at - a.at).slice(0, limit).map(({ id, at }) => ({ id, at }))
    )),
    all: (kind) => guard(async () => new Set((await ofKind(kind).primaryKeys()).map(([, id]) => id))),
    clear: (kind) => guard(async () => void await ofKind(kind).delete()),
  }
}
