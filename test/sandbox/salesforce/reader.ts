import { userPermissionAccess } from './schema/people.ts'
import type { Schema } from './schema/index.ts'
import type { ObjectSpec } from './schema/types.ts'
import type { Row, Store } from './store.ts'

/** Rows as one user may see them. */
export interface Reader {
  schema: Schema
  rows(object: ObjectSpec): Row[]
  /** Finds any visible record by id, with its object. */
  find(id: string): { spec: ObjectSpec; row: Row } | undefined
  now: number
}

export interface ReaderOptions {
  store: Store
  schema: Schema
  now: number
  /** Without it converted leads are invisible. */
  viewConvertedLeads: boolean
  /** With the system administrator's permissions. */
  isAdmin: boolean
  /** Ids not shared with the user. */
  unshared: readonly string[]
  /** `queryAll`: deleted rows too. */
  includeDeleted?: boolean | undefined
}

/** Builds the view one call has of the org's rows. */
export function createReader({ store, schema, now, viewConvertedLeads, isAdmin, unshared, includeDeleted = false }: ReaderOptions): Reader {
  const isVisible = (spec: ObjectSpec, row: Row): boolean =>
    (includeDeleted || row.IsDeleted !== true) &&
    (viewConvertedLeads || spec.name !== 'Lead' || row.IsConverted !== true) &&
    !unshared.includes(String(row.Id))

  // One row, about whoever asks.
  const ownPermissions: Row = { Id: '000000000000000AAA', PermissionsCustomizeApplication: isAdmin, PermissionsModifyAllData: isAdmin, PermissionsViewSetup: isAdmin, PermissionsApiEnabled: true }

  return {
    schema,
    now,
    rows: (spec) => (spec === userPermissionAccess ? [ownPermissions] : store.rows(spec.name).filter((row) => isVisible(spec, row))),
    find(id) {
      const spec = schema.findByPrefix(id.slice(0, 3))
      const row = spec === undefined ? undefined : store.find(spec.name, id)
      return spec !== undefined && row !== undefined && isVisible(spec, row) ? { spec, row } : undefined
    },
  }
}
