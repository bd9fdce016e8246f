export type FieldType =
  | 'id' | 'string' | 'email' | 'phone' | 'url' | 'textarea' | 'picklist' | 'boolean' | 'int' | 'double' | 'currency' | 'percent' | 'date'
  | 'datetime' | 'reference'

export interface PicklistValue {
  value: string
  label: string
  isDefault: boolean
}

/** A field as `describe` tells it. */
export interface FieldSpec {
  name: string
  label: string
  type: FieldType
  /** Characters; 0 for types without a length. */
  length: number
  /** False: a create without it fails, unless it is defaulted. */
  nillable: boolean
  createable: boolean
  updateable: boolean
  filterable: boolean
  sortable: boolean
  defaultValue: string | number | boolean | undefined
  externalId: boolean
  unique: boolean
  caseSensitive: boolean
  nameField: boolean
  restrictedPicklist: boolean
  picklist: readonly PicklistValue[]
  referenceTo: readonly string[]
  relationshipName: string | undefined
  /** The org feature or package that brings the field; always there when undefined. */
  feature: Feature | undefined
}

/** What an org may lack; each is a switch. */
export type Feature = 'pardot' | 'marketo' | 'personAccounts' | 'enhancedEmail' | 'contentDeliveries' | 'leadFeedback'

export interface ObjectSpec {
  name: string
  label: string
  labelPlural: string
  keyPrefix: string
  createable: boolean
  updateable: boolean
  deletable: boolean
  feature: Feature | undefined
  fields: readonly FieldSpec[]
}
