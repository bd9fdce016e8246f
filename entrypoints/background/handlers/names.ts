import { nameRecords } from '@/lib/app/name-records'
import type { nameMessages } from '@/lib/bus/protocol/names'
import type { Handlers } from '@/lib/bus/server'
import type { Services } from '../compose'

/** Names of records in the desk's lists. */
export function nameHandlers({ app }: Services): Pick<Handlers, keyof typeof nameMessages> {
  return { 'record.names': ({ refs }) => nameRecords(app, refs) }
}
