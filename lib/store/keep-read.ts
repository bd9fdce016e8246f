import Dexie from 'dexie'

/**
 * Gives the last reading of a whole table again until something in that table is written, through whichever store. Who asks while it is being read
 * shares the reading; a transaction sees for itself what it has written. To be called before the database is opened.
 */
export function keepRead<T>(db: Dexie, table: string, read: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined
  db.use({
    stack: 'dbcore',
    name: `kept-${table}`,
    create(core) {
      // Opened, and perhaps anew after the browser had taken everything away.
      kept = undefined
      return {
        ...core,
        table(name) {
          const below = core.table(name)
          if (name !== table) return below
          return {
            ...below,
            mutate(request) {
              // A reading that begins from here on waits for this transaction to end.
              kept = undefined
              return below.mutate(request)
            },
          }
        },
      }
    },
  })
  return () => {
    if (Dexie.currentTransaction) return read()
    if (kept && db.isOpen()) return kept
    const reading = read()
    kept = reading
    reading.catch(() => { if (kept === reading) kept = undefined })
    return reading
  }
}
