import { AppError } from '@/lib/domain/errors'
import type { HubSession, HubStore, WriteOutcome } from '@/lib/domain/hub-port'
import type { TeamDocumentStore } from '@/lib/domain/store-ports'
import type { TeamDocument } from '@/lib/domain/team-document'

interface Stores { documents: TeamDocumentStore; hubStore: Pick<HubStore, 'laterOf' | 'keepLater'> }

/**
 * Hands documents to the hub and keeps what it answers; one in conflict or refused holds up none of the others. Resolves how many were kept.
 * @throws AppError the first that was not stored: `conflict` with its id where somebody else was faster, whose version is kept here
 */
export async function publishDocuments(stores: Stores, session: HubSession, documents: readonly TeamDocument[]): Promise<number> {
  const later = await stores.hubStore.laterOf('documents', documents.map(({ id }) => id))
  const failures: AppError[] = []
  let count = 0
  for (const document of documents) {
    try {
      const outcome = await put(document, (base) => session.putDocument(base, document, later.get(document.id)))
      if (outcome.status === 'conflict') await takeOver(stores, outcome)
      count += await stores.documents.put([{ ...document, version: outcome.version ?? document.version }], 'hub')
    } catch (failure) {
      if (!(failure instanceof AppError) || !['conflict', 'invalid'].includes(failure.kind)) throw failure
      failures.push(failure)
    }
  }
  if (failures[0]) throw failures[0]
  return count
}

/** A change made here counts one version up; what the hub never had starts at nothing. */
async function put({ version }: TeamDocument, write: (base: number) => Promise<WriteOutcome<TeamDocument>>): Promise<WriteOutcome<TeamDocument>> {
  const outcome = await write(version - 1)
  const isUnknown = outcome.status === 'conflict' && outcome.current === undefined && (outcome.version ?? 0) === 0
  return isUnknown ? write(0) : outcome
}

/** Keeps what the other writer stored. @throws AppError `conflict` */
async function takeOver({ documents, hubStore }: Stores, { id, current, later }: WriteOutcome<TeamDocument>): Promise<never> {
  await documents.remove([id])
  if (current) await documents.put([current], 'hub')
  await hubStore.keepLater('documents', [{ id, later }])
  throw new AppError('conflict', { detail: id })
}
