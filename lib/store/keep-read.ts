import Dexie from 'dexie'

export interface KeptRead<T> {
  (): Promise<T>
  /**
   * Writes by `write`, one request to the table, and where nothing else of it was written since the last reading, brings that reading in line by `change`
   * instead of forgetting it.
   */
  write(write: () => Promise<void>, change: (before: T) => T): Promise<void>
}

/**
 * Gives the last reading of a whole table again until something in that table is written, through whichever store. Who asks while it is being read
 * shares the reading; a transaction sees for itself what it has written. To be called before the database is opened.
 */
export function keepRead<T>(db: Dexie, table: string, read: () => Promise<T>): KeptRead<T> {
  let kept: Promise<T> | undefined
  let writes = 0
  const forget = () => {
    kept = undefined
    writes += 1
  }
  db.use({
    stack: 'dbcore',
    name: `kept-${table}`,
    create(core) {
      // Opened, and perhaps anew after the browser had taken everything away.
      forget()
      return {
        ...core,
        table(name) {
          const below = core.table(name)
          if (name !== table) return below
          return {
            ...below,
            mutate(request) {
              // A reading that begins from here on waits for this transaction to end.
              forget()
              return below.mutate(request)
            },
          }
        },
      }
    },
  })

  const all = () => {
    if (Dexie.currentTransaction) return read()
    if (kept && db.isOpen()) return kept
    const reading = read()
    kept = reading
    reading.catch(() => { if (kept === reading) kept = undefined })
    return reading
  }
  return Object.assign(all, {
    async write(write: () => Promise<void>, change: (before: T) => T): Promise<void> {
      // What a transaction around this one writes may still be taken back.
      if (Dexie.currentTransaction) return write()
      const earlier = writes
      const before = await kept?.catch(() => undefined)
      await write()
      if (before !== undefined && writes === earlier + 1 && kept === undefined && db.isOpen()) kept = Promise.resolve(change(before))
    },
  })
}
