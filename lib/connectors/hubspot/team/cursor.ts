/** Where the reading of the team's verdicts stands: the moment of change to go on from and, within it, how many were read. */
export interface Cursor {
  /** Epoch milliseconds, inclusive. */
  since: number
  after: number
}

export function writeCursor({ since, after }: Cursor): string {
  return `${since}:${after}`
}

/** An unreadable cursor starts anew: events have ids, so reading twice is reading once. */
export function readCursor(text: string | undefined): Cursor {
  const [, since = '0', after = '0'] = /^(\d{1,15}):(\d{1,6})$/.exec(text ?? '') ?? []
  return { since: Number(since), after: Number(after) }
}
