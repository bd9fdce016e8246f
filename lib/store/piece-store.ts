import Dexie from 'dexie'
import type { PieceStore } from '@/lib/domain/store-ports'
import type { Cache } from './cache'

/** Pieces of derived indices. Losing them costs time only. */
export function createPieceStore({ db, guard, read, write }: Cache): PieceStore {
  const ofSet = (set: string) => db.pieces.where('[set+id]').between([set, Dexie.minKey], [set, Dexie.maxKey])

  return {
    read: (set) => read(async () => (await ofSet(set).toArray()).map(({ id, value }) => ({ id, value })), []),
    write: (set, pieces) => write(() => db.pieces.bulkPut(pieces.map(({ id, value }) => ({ set, id, value })))),
    clear: (set) => guard(async () => void await ofSet(set).delete()),
  }
}
