import { stamp } from '../format.ts'
import { findObjectType } from './object-types.ts'
import type { CrmRecord, HistoryEntry, Source } from './types.ts'

/** The records of one portal with every value they ever had. */
export interface RecordStore {
  /** Live records of an object type, oldest id first. */
  all(type: string): CrmRecord[]
  find(type: string, id: string): CrmRecord | undefined
  /** By a property that holds unique values; ignores case. */
  findBy(type: string, property: string, value: string): CrmRecord | undefined
  create(type: string, at: number, id?: string): CrmRecord
  /** Adds a value to a property's history; a value equal to the newest one changes nothing. */
  set(record: CrmRecord, name: string, value: string, at: number, source: Source): void
  archive(record: CrmRecord, at: number): void
}

export function createRecordStore(firstFreeId: number): RecordStore {
  const records = new Map<string, Map<string, CrmRecord>>()
  let lastId = firstFreeId - 1
  const of = (type: string): Map<string, CrmRecord> => {
    const known = records.get(type) ?? new Map<string, CrmRecord>()
    records.set(type, known)
    return known
  }
  const live = (record: CrmRecord | undefined): CrmRecord | undefined => (record?.archivedAt === undefined ? record : undefined)

  return {
    all: (type) => [...of(type).values()].filter((record) => record.archivedAt === undefined).sort((one, other) => Number(one.id) - Number(other.id)),
    find: (type, id) => live(of(type).get(id)),
    findBy(type, property, value) {
      const wanted = value.toLowerCase()
      return [...of(type).values()].find((record) => live(record) !== undefined && currentValue(record, property)?.toLowerCase() === wanted)
    },
    create(type, at, id) {
      const record: CrmRecord = { id: id ?? String(++lastId), type, createdAt: at, updatedAt: at, history: new Map() }
      of(type).set(record.id, record)
      return record
    },
    set(record, name, value, at, source) {
      const entries = record.history.get(name) ?? []
      if (entries[0]?.value === value) return
      const entry: HistoryEntry = { value, timestamp: at, ...source }
      const place = entries.findIndex((older) => older.timestamp <= at)
      entries.splice(place === -1 ? entries.length : place, 0, entry)
      record.history.set(name, entries)
      record.updatedAt = Math.max(record.updatedAt, at)
    },
    archive(record, at) {
      record.archivedAt = at
    },
  }
}

/** A property's newest value at a moment; undefined where it never had one by then. */
export function valueAt(record: CrmRecord, name: string, at: number): string | undefined {
  const kept = keptByHubspot(record, name, at)
  return kept ?? record.history.get(name)?.find((entry) => entry.timestamp <= at)?.value
}

export function currentValue(record: CrmRecord, name: string): string | undefined {
  return valueAt(record, name, Infinity)
}

/** The values HubSpot keeps itself: id, creation and last change. */
function keptByHubspot(record: CrmRecord, name: string, at: number): string | undefined {
  const type = findObjectType(record.type)
  if (name === 'hs_object_id') return record.id
  if (name === type?.created) return stamp(record.createdAt)
  if (name === type?.modified) return stamp(changedBy(record, at))
  return undefined
}

/** When a record last changed, as known at a moment. */
export function changedBy(record: CrmRecord, at: number): number {
  if (at >= record.updatedAt) return record.updatedAt
  let latest = record.createdAt
  for (const entries of record.history.values()) {
    const seen = entries.find((entry) => entry.timestamp <= at)
    if (seen !== undefined && seen.timestamp > latest) latest = seen.timestamp
  }
  return latest
}
