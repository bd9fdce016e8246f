/** One JSON line an entry. Fields are facts about the hub: no names, addresses, record ids, paths with ids or tokens. */
export interface Log {
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
}
export type LogFields = Record<string, string | number | boolean | undefined>

export function createLog(write: (line: string) => void, now: () => number): Log {
  const entry = (level: string) => (message: string, fields: LogFields = {}): void =>
    write(`${JSON.stringify({ at: new Date(now()).toISOString(), level, message, ...fields })}\n`)
  return { info: entry('info'), warn: entry('warn') }
}

export const silentLog: Log = { info: () => undefined, warn: () => undefined }
