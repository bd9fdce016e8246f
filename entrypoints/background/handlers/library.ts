import type { Handlers } from '@/lib/bus/server'
import type { deskMessages } from '@/lib/bus/protocol/desk'
import type { Services } from '../compose'

export type LibraryName = Extract<keyof typeof deskMessages, `library.${string}`>

/** What the desk's library page asks for. */
export function libraryHandlers({ library }: Services): Pick<Handlers, LibraryName> {
  return {
    'library.list': () => library.list(),
    'library.save': ({ asset }) => library.save(asset),
    'library.archive': async ({ ids }) => (await library.archive(ids), null),
    'library.verify': async ({ ids }) => (await library.verify(ids), null),
    'library.import': async ({ importId, assets, last }) => (await library.importChunk(importId, assets, last), null),
    'library.import-cancel': async ({ importId }) => (await library.cancelImport(importId), null),
  }
}
