import type { Feature, FieldSpec, FieldType, ObjectSpec, PicklistValue } from './types.ts'

type Traits = Partial<Omit<FieldSpec, 'name' | 'label' | 'type'>> & { label?: string }

const words = (name: string): string =>
  name
    .replace(/__c$/, '')
    .replace(/^(pi|mkto_si)__/, '')
    .replace(/Id$/, '')
    .replace(/_/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')

function field(type: FieldType, name: string, traits: Traits): FieldSpec {
  const { label, ...rest } = traits
  return {
    name,
    label: label ?? words(name),
    type,
    length: 0,
    nillable: true,
    createable: true,
    updateable: true,
    filterable: true,
    sortable: true,
    defaultValue: undefined,
    externalId: false,
    unique: false,
    caseSensitive: false,
    nameField: false,
    restrictedPicklist: false,
    picklist: [],
    referenceTo: [],
    relationshipName: undefined,
    feature: undefined,
    ...rest,
  }
}

export const required: Traits = { nillable: false }
export const readOnly: Traits = { createable: false, updateable: false }
export const only = (feature: Feature): Traits => ({ feature })

export const text = (name: string, length: number, traits: Traits = {}): FieldSpec => field('string', name, { length, ...traits })
export const email = (name: string, traits: Traits = {}): FieldSpec => field('email', name, { length: 80, ...traits })
export const phone = (name: string, traits: Traits = {}): FieldSpec => field('phone', name, { length: 40, ...traits })
export const url = (name: string, traits: Traits = {}): FieldSpec => field('url', name, { length: 255, ...traits })
/** Long text: selectable, but neither filterable nor sortable. */
export const longText = (name: string, length: number, traits: Traits = {}): FieldSpec =>
  field('textarea', name, { length, filterable: false, sortable: false, ...traits })
export const flag = (name: string, traits: Traits = {}): FieldSpec => field('boolean', name, { nillable: false, defaultValue: false, ...traits })
export const int = (name: string, traits: Traits = {}): FieldSpec => field('int', name, traits)
export const double = (name: string, traits: Traits = {}): FieldSpec => field('double', name, traits)
export const currency = (name: string, traits: Traits = {}): FieldSpec => field('currency', name, traits)
export const percent = (name: string, traits: Traits = {}): FieldSpec => field('percent', name, traits)
export const date = (name: string, traits: Traits = {}): FieldSpec => field('date', name, traits)
export const datetime = (name: string, traits: Traits = {}): FieldSpec => field('datetime', name, traits)

/** Values are `value` or `value=Label`; a leading `*` marks the default. */
export function picklist(name: string, values: readonly string[], traits: Traits = {}): FieldSpec {
  const parsed = values.map((entry): PicklistValue => {
    const [value = '', label] = entry.replace(/^\*/, '').split('=')
    return { value, label: label ?? value, isDefault: entry.startsWith('*') }
  })
  return field('picklist', name, { length: 255, picklist: parsed, defaultValue: parsed.find((entry) => entry.isDefault)?.value, ...traits })
}

/** The relationship is the field's name without `Id`, or with `__r` for `__c`. */
export function lookup(name: string, referenceTo: readonly string[], traits: Traits = {}): FieldSpec {
  const relationshipName = name.endsWith('__c') ? name.replace(/__c$/, '__r') : name.replace(/Id$/, '')
  return field('reference', name, { length: 18, referenceTo, relationshipName, ...traits })
}

const systemFields: readonly FieldSpec[] = [
  field('id', 'Id', { length: 18, label: 'Record ID', nillable: false, ...readOnly }),
  flag('IsDeleted', readOnly),
  datetime('CreatedDate', { ...required, ...readOnly }),
  lookup('CreatedById', ['User'], { ...required, ...readOnly }),
  datetime('LastModifiedDate', { ...required, ...readOnly }),
  lookup('LastModifiedById', ['User'], { ...required, ...readOnly }),
  datetime('SystemModstamp', { ...required, ...readOnly }),
]

/** An object with the system fields every object has, then its own. */
export function object(
  name: string,
  keyPrefix: string,
  fields: readonly FieldSpec[],
  traits: Partial<Omit<ObjectSpec, 'name' | 'keyPrefix' | 'fields'>> = {},
): ObjectSpec {
  const label = words(name)
  return {
    name,
    keyPrefix,
    label,
    labelPlural: label.endsWith('y') ? `${label.slice(0, -1)}ies` : `${label}s`,
    createable: true,
    updateable: true,
    deletable: true,
    feature: undefined,
    ...traits,
    fields: [...systemFields, ...fields],
  }
}

export const readOnlyObject = { createable: false, updateable: false, deletable: false }
