import { teamDocument } from '@/lib/domain/team-document'
import type { TeamDocument, TeamDocumentOf } from '@/lib/domain/team-document'
import type { TeamDocumentStore } from '@/lib/domain/store-ports'
import type { Durable } from './durable'
import { createRowReader } from './row-reader'
import { rowRev } from './rows'

/** Findings and answers of the team, own ones and those that came from others. An older copy never replaces a newer one. */
export function createTeamDocumentStore({ db, guard, damaged }: Durable): TeamDocumentStore {
  const reader = createRowReader<TeamDocument>({ field: 'document', schema: teamDocument, damaged, trust: false })

  return {
    all: (kind) => guard(async () => {
      const rows = await db.documents.where('kind').equals(kind).toArray()
      return reader.readAll(rows).filter((document): document is TeamDocumentOf<typeof kind> => document.kind === kind)
    }),

    put: (documents, origin) => guard(() => db.transaction('rw', db.documents, async () => {
      let written = 0
      for (const document of documents) {
        const stored = await db.documents.get(document.id)
        const known = stored && reader.read(stored)
        if (known && !isNewer(document, known)) {
          if (origin && !isNewer(known, document)) await db.documents.update(document.id, { origin })
          continue
        }
        await db.documents.put({ id: document.id, kind: document.kind, rev: rowRev, document, origin })
        written += 1
      }
      return written
    })),

    remove: (ids) => guard(() => db.documents.bulkDelete(ids)),
    forgetHub: () => guard(async () => void await db.documents.filter(({ origin }) => origin === 'hub').delete()),
    keepHub: () => guard(async () => void await db.documents.filter(({ origin }) => origin === 'hub').modify({ origin: undefined })),
  }
}

/** Two changes of one version were made apart: the later one stays. */
function isNewer(document: TeamDocument, known: TeamDocument): boolean {
  return document.version > known.version || (document.version === known.version && document.updatedAt > known.updatedAt)
}
