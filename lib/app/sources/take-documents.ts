import { AppError } from '@/lib/domain/errors'
import { parseTolerant } from '@/lib/domain/parse-tolerant'
import { teamDocument, type TeamDocument } from '@/lib/domain/team-document'
import type { AppDeps } from '../deps'
import type { Aside } from './set-aside'

/** Takes the documents of a team's file that are newer than those here, each by itself: one that cannot be taken is set aside. */
export async function takeDocuments(app: Pick<AppDeps, 'documents'>, given: readonly unknown[], aside: Aside): Promise<void> {
  const here = new Map([...await app.documents.all('finding'), ...await app.documents.all('request-answer')].map((known) => [known.id, known]))
  for (const one of given) {
    const read = parseTolerant(teamDocument, one)
    const document = read.success ? read.data : undefined
    if (!document) aside.add({ what: 'document', name: idOf(one), kind: 'invalid' })
    else if (isNewer(document, here.get(document.id)) && await aside.unless({ what: 'document', name: nameOf(document) }, () => app.documents.put([document]).catch(unlessTheHubs)) === false) return
  }
}

/** In a hub a rep has the team's playbook and documents from there: those of a file beside it are left alone. */
export function unlessTheHubs(failure: unknown): false {
  if (failure instanceof AppError && failure.kind === 'forbidden') return false
  throw failure
}

function isNewer(given: TeamDocument, known: TeamDocument | undefined): boolean {
  return !known || given.version > known.version || (given.version === known.version && given.updatedAt > known.updatedAt)
}

function nameOf(document: TeamDocument): string {
  return document.kind === 'finding' ? document.sentence : document.id
}

function idOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : ''
}
