import { AppError } from '@/lib/domain/errors'

const recordId = /^\d{1,20}$/

/** A record id as it may stand in a path or body. @throws AppError `invalid` for anything but 1 to 20 digits */
export function expectRecordId(id: string): string {
  if (!recordId.test(id)) throw new AppError('invalid', { detail: 'record id' })
  return id
}

/** A path with its query; every value is encoded here and nowhere else. */
export function pathWith(path: string, query: Readonly<Record<string, string | number | readonly string[] | undefined>>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) params.set(name, Array.isArray(value) ? value.join(',') : String(value))
  }
  const text = params.toString()
  return text === '' ? path : `${path}?${text}`
}

export function contactPath(id: string): string {
  return `/crm/objects/{v}/contacts/${expectRecordId(id)}`
}
