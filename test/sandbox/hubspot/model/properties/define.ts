import type { PropertyDefinition, PropertyOption } from '../types.ts'

export interface Extra {
  options?: readonly (string | readonly [value: string, label: string])[]
  /** A value only HubSpot itself sets. */
  readOnly?: boolean
  hidden?: boolean
  unique?: boolean
  calculated?: boolean
  /** Options live elsewhere, as owners do. */
  external?: boolean
  description?: string
}

/** One row: name, label, type, field type, the rest. */
export type Row = readonly [name: string, label: string, type: string, fieldType: string, extra?: Extra]

/** Definitions HubSpot ships, from rows of one group. */
export function defineGroup(groupName: string, rows: readonly Row[]): PropertyDefinition[] {
  return rows.map(([name, label, type, fieldType, extra = {}]) => ({
    name,
    label,
    type,
    fieldType,
    description: extra.description ?? '',
    groupName,
    options: (extra.options ?? []).map(toOption),
    displayOrder: -1,
    calculated: extra.calculated ?? false,
    externalOptions: extra.external ?? false,
    hasUniqueValue: extra.unique ?? false,
    hidden: extra.hidden ?? false,
    readOnlyValue: extra.readOnly ?? false,
    hubspotDefined: true,
    formField: !(extra.readOnly ?? false) && !(extra.hidden ?? false),
  }))
}

function toOption(option: string | readonly [value: string, label: string], displayOrder: number): PropertyOption {
  const [value, label] = typeof option === 'string' ? [option, option] : option
  return { label, value, displayOrder, hidden: false }
}

/** Rows with a value only HubSpot sets, all of one type. */
export function readOnlyRows(type: string, fieldType: string, names: readonly (readonly [name: string, label: string])[]): Row[] {
  return names.map(([name, label]) => [name, label, type, fieldType, { readOnly: true }])
}
