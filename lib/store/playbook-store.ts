import { playbook } from '@/lib/domain/playbook'
import type { Playbook } from '@/lib/domain/playbook'
import type { PlaybookStore } from '@/lib/domain/store-ports'
import type { Durable } from './durable'
import { createRowReader } from './row-reader'
import { rowRev } from './rows'

/** Every version of the playbook that was in force here; the one put last that can be read is the current one. */
export function createPlaybookStore({ db, guard, damaged }: Durable): PlaybookStore {
  const reader = createRowReader<Playbook>({ field: 'playbook', schema: playbook, damaged, trust: false })

  return {
    current: () => guard(async () => {
      for (const row of await db.playbooks.orderBy('at').reverse().toArray()) {
        const found = reader.read(row)
        if (found) return found
      }
      return undefined
    }),

    byVersion: (version) => guard(async () => {
      const row = await db.playbooks.get(version)
      return row && reader.read(row)
    }),

    all: () => guard(async () => (await db.playbooks.orderBy('at').reverse().toArray()).flatMap((row) => {
      const playbook = reader.read(row)
      return playbook ? [{ at: row.at, playbook }] : []
    })),

    put: (value, at) => guard(async () => void await db.playbooks.put({ version: value.version, at, rev: rowRev, playbook: value })),
  }
}
