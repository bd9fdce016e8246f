import { invalid } from '../errors.ts'

/** One page of a list with an opaque cursor, as the marketing and content endpoints page. */
export function page<T>(all: readonly T[], limit: number, cursor: string | undefined, url: string): { slice: T[]; paging: Record<string, unknown> } {
  const start = cursor === undefined ? 0 : decodeCursor(cursor)
  const end = start + limit
  const slice = all.slice(start, end)
  if (end >= all.length) return { slice, paging: {} }
  const after = encodeCursor(end)
  const link = new URL(url)
  link.host = 'api.hubapi.com'
  link.protocol = 'https:'
  link.port = ''
  link.searchParams.set('after', after)
  return { slice, paging: { paging: { next: { after, link: link.href } } } }
}

export function encodeCursor(position: number): string {
  return btoa(`${position}|sandbox`)
}

export function decodeCursor(cursor: string): number {
  try {
    const position = Number(atob(decodeURIComponent(cursor)).split('|')[0])
    if (Number.isInteger(position) && position >= 0) return position
  } catch {
    // An unreadable cursor is answered like a wrong one.
  }
  throw invalid(`Invalid paging cursor: ${cursor}`)
}
