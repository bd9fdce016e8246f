import type { SnapshotCare } from '@/lib/domain/store-ports'
import { orgKey, recordKey } from '@/lib/domain/record-ref'
import type { Cache } from './cache'
import type { StoredName } from './rows'

/** Names of recently seen records, apart from the heavy copies: for lists, and to find a person who wants to be forgotten. */
export type RecordNames = Pick<SnapshotCare, 'names' | 'find' | 'remember'>

const foundAtMost = 50
const manyKeys = 50

export function createRecordNames({ db, clock, read, write }: Cache, ttlMs: number): RecordNames {
  const isKept = (row: StoredName) => row.at > clock.now() - ttlMs

  /** Many single reads cost more than the whole table, which holds a week. */
  async function rowsOf(keys: string[]): Promise<StoredName[]> {
    if (keys.length < manyKeys) return (await db.names.bulkGet(keys)).filter((row) => row !== undefined)
    const wanted = new Set(keys)
    return (await db.names.toArray()).filter((row) => wanted.has(row.key))
  }

  return {
    async remember(people, at) {
      if (people.length === 0) return
      const rows = people.flatMap((person) => [person.ref, ...person.same].map((ref) => ({ ...person, key: recordKey(ref), orgKey: orgKey(ref), at })))
      await write(() => db.names.bulkPut(rows))
    },

    names: (keys) => read(async () => {
      const rows = await rowsOf(keys)
      return new Map(rows.filter(isKept).map(({ key, name, company }) => [key, { name, company }]))
    }, new Map()),

    find: (query) => read(async () => {
      const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '')
      if (words.length === 0) return []
      const fits = ({ name, company = '', email = '' }: StoredName) => {
        const text = `${name} ${company} ${email}`.toLowerCase()
        return words.every((word) => text.includes(word))
      }
      const rows = await db.names.filter((row) => isKept(row) && fits(row)).limit(foundAtMost).toArray()
      return [...new Map(rows.map(({ ref, same, name, company }) => [recordKey(ref), { ref, same, name, company }])).values()]
    }, []),
  }
}
