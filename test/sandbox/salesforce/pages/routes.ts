import { normalizeId } from '../ids.ts'

/** What a Lightning address shows. */
export type View =
  | { kind: 'record'; id: string; action: string }
  | { kind: 'list'; object: string }
  | { kind: 'convert'; leadId: string }
  | { kind: 'home' }
  | { kind: 'setup' }
  | { kind: 'other'; title: string }

/** Reads a Lightning address as the app does; unknown ones show an empty page. */
export function viewOf(url: URL): View {
  const [, area, ...rest] = url.pathname.split('/').filter((part) => part !== '')
  if (url.pathname.startsWith('/one/one.app')) return { kind: 'home' }
  switch (area) {
    case 'r': {
      const index = rest.findIndex((part) => normalizeId(part) !== undefined)
      const id = normalizeId(rest[index] ?? '')
      return id === undefined ? { kind: 'other', title: 'Page not found' } : { kind: 'record', id, action: rest[index + 1] ?? 'view' }
    }
    case 'o':
      return { kind: 'list', object: rest[0] ?? 'Lead' }
    case 'cmp':
      return { kind: 'convert', leadId: normalizeId(url.searchParams.get('leadConvert__leadId') ?? '') ?? '' }
    case 'setup':
      return { kind: 'setup' }
    case 'page':
    case undefined:
      return { kind: 'home' }
    default:
      return { kind: 'other', title: rest[0] ?? area }
  }
}

export const recordPath = (object: string, id: string): string => `/lightning/r/${object}/${id}/view`
export const listPath = (object: string): string => `/lightning/o/${object}/list`
