import { stamp } from '../format.ts'
import { associationName } from '../model/association-types.ts'
import { expectObjectType, findObjectType, type ObjectType } from '../model/object-types.ts'
import type { Portal } from '../model/portal.ts'
import { changedBy, currentValue } from '../model/record-store.ts'
import type { CrmRecord, HistoryEntry } from '../model/types.ts'
import { unknownObjectType } from '../errors.ts'

export interface Selection {
  /** Undefined: the object type's defaults. */
  properties?: readonly string[] | undefined
  history?: readonly string[] | undefined
  /** Past values per property; all when left out. */
  historyDepth?: number | undefined
  associations?: readonly string[] | undefined
  /** Properties whose values this token may not see. */
  redacted?: readonly string[] | undefined
}

/** A record as object endpoints answer it. Unknown properties are left out, unset ones are null, keys are sorted. */
export function presentRecord(portal: Portal, record: CrmRecord, selection: Selection): Record<string, unknown> {
  const type = expectObjectType(record.type)
  const asked = selection.properties ?? type.defaults
  const names = [...new Set([...asked, ...(selection.history ?? []), type.created, type.modified, 'hs_object_id'])]
  const known = names.filter((name) => portal.schema.find(type.id, name) !== undefined).sort()
  const value = (name: string): string | null => (selection.redacted?.includes(name) === true ? null : (currentValue(record, name) ?? null))
  return {
    id: record.id,
    properties: Object.fromEntries(known.map((name) => [name, value(name)])),
    ...(selection.history === undefined || selection.history.length === 0
      ? {}
      : { propertiesWithHistory: presentHistory(portal, type, record, selection.history, selection.historyDepth) }),
    createdAt: stamp(record.createdAt),
    updatedAt: stamp(changedBy(record, Infinity)),
    archived: false,
    url: recordUrl(portal, record),
    ...presentAssociations(portal, type, record, selection.associations ?? []),
  }
}

function presentHistory(portal: Portal, type: ObjectType, record: CrmRecord, names: readonly string[], depth: number | undefined): Record<string, unknown> {
  const known = names.filter((name) => portal.schema.find(type.id, name) !== undefined)
  return Object.fromEntries(known.map((name) => [name, (record.history.get(name) ?? []).slice(0, depth).map(presentEntry)]))
}

function presentEntry({ value, timestamp, sourceType, sourceId, sourceLabel, updatedByUserId }: HistoryEntry): Record<string, unknown> {
  return {
    value,
    timestamp: stamp(timestamp),
    sourceType,
    ...(sourceId === undefined ? {} : { sourceId }),
    ...(sourceLabel === undefined ? {} : { sourceLabel }),
    ...(updatedByUserId === undefined ? {} : { updatedByUserId }),
  }
}

/** Ids per associated type; types without any are left out. */
function presentAssociations(portal: Portal, type: ObjectType, record: CrmRecord, wanted: readonly string[]): Record<string, unknown> {
  const found = wanted.flatMap((name) => {
    const other = findObjectType(name)
    if (other === undefined) throw unknownObjectType(name)
    const results = portal.associations
      .of(record, other.singular)
      .flatMap((link) => link.types.map((made) => ({ id: link.id, type: associationName(made) })))
    return results.length === 0 ? [] : [[other.plural, { results }] as const]
  })
  return found.length === 0 ? {} : { associations: Object.fromEntries(found) }
}

/** The address of a record's page, as the API gives it. */
export function recordUrl(portal: Portal, record: CrmRecord): string {
  const base = `https://${portal.host}`
  const type = expectObjectType(record.type)
  if (type.singular === 'task') return `${base}/tasks/${portal.id}/view/all/task/${record.id}`
  if (['note', 'email', 'call', 'meeting', 'communication'].includes(type.singular)) {
    return `${base}/contacts/${portal.id}/objects/${type.id}/views/all/list?filters=%5B%5D`
  }
  return `${base}/contacts/${portal.id}/record/${type.id}/${record.id}`
}
