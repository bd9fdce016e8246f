/** Where a property value came from, as property history tells it. */
export interface Source {
  /** `INTEGRATION`, `CRM_UI`, `FORM`, `ANALYTICS`, `EMAIL`, `AUTOMATION_PLATFORM`, `IMPORT`, … */
  sourceType: string
  sourceId?: string | undefined
  sourceLabel?: string | undefined
  updatedByUserId?: number | undefined
}

export interface HistoryEntry extends Source {
  value: string
  /** Epoch milliseconds. */
  timestamp: number
}

/** One CRM record: every value it ever had, newest first per property. */
export interface CrmRecord {
  id: string
  /** Object type id such as `0-1`. */
  type: string
  createdAt: number
  updatedAt: number
  archivedAt?: number | undefined
  history: Map<string, HistoryEntry[]>
}

export interface PropertyOption {
  label: string
  value: string
  displayOrder: number
  hidden: boolean
}

export interface PropertyDefinition {
  name: string
  label: string
  type: string
  fieldType: string
  description: string
  groupName: string
  options: PropertyOption[]
  displayOrder: number
  calculated: boolean
  externalOptions: boolean
  hasUniqueValue: boolean
  hidden: boolean
  readOnlyValue: boolean
  hubspotDefined: boolean
  formField: boolean
}

export interface PropertyGroup {
  name: string
  label: string
  displayOrder: number
}

export type Tier = 'free' | 'starter' | 'professional' | 'enterprise'

/** One write, for tests to assert on. */
export interface JournalEntry {
  at: number
  portal: number
  action: 'create' | 'update' | 'archive' | 'associate' | 'dissociate' | 'property' | 'property-group' | 'sent-mail'
  objectType: string
  id: string
  /** Properties written, or the other end of an association. */
  detail: Record<string, unknown>
  /** `INTEGRATION` for the API, `CRM_UI` for HubSpot's own pages. */
  by: string
}
