import { conflict, invalid, type ErrorDetail, type HubspotError } from '../errors.ts'
import { findAssociationType, type AssociationType } from './association-types.ts'
import { refreshDerived } from './derived.ts'
import { expectObjectType, type ObjectType } from './object-types.ts'
import type { Portal } from './portal.ts'
import { lifecycleStages } from './properties/options.ts'
import { currentValue } from './record-store.ts'
import type { CrmRecord, Source } from './types.ts'
import { checkValue } from './values.ts'

export interface AssociationInput {
  to: string
  types: readonly { category: string; id: number }[]
}

/** Who writes, when, and which properties an admin's rules demand of this write. */
export interface WriteContext {
  at: number
  source: Source
  required: readonly string[]
}

/** Creates a record as the API does. Throws the documented 400 or 409. */
export function createRecord(
  portal: Portal,
  type: ObjectType,
  properties: Record<string, string>,
  associations: readonly AssociationInput[],
  context: WriteContext,
): CrmRecord {
  const values = checkedValues(portal, type, properties)
  demandRequired(type, values, associations)
  demandAdminRules(type, (name) => values[name], context)
  demandUnique(portal, type, values, undefined)
  const links = associations.flatMap((input) => resolveAssociation(portal, type, input))
  const record = portal.records.create(type.id, context.at)
  apply(portal, record, values, context)
  stampSource(portal, record, context)
  for (const link of links) portal.associations.add(record, link.to, link.type, context.at)
  refreshDerived(portal, record, context.at)
  portal.journal.push({
    at: context.at,
    portal: portal.id,
    action: 'create',
    objectType: type.plural,
    id: record.id,
    detail: values,
    by: context.source.sourceType,
  })
  return record
}

/** Writes properties of a record as the API does. Throws the documented 400 or 409. */
export function updateRecord(portal: Portal, record: CrmRecord, properties: Record<string, string>, context: WriteContext): void {
  const type = expectObjectType(record.type)
  const values = checkedValues(portal, type, properties)
  demandAdminRules(type, (name) => values[name] ?? currentValue(record, name), context)
  demandUnique(portal, type, values, record)
  apply(portal, record, values, context)
  refreshDerived(portal, record, context.at)
  portal.journal.push({
    at: context.at,
    portal: portal.id,
    action: 'update',
    objectType: type.plural,
    id: record.id,
    detail: values,
    by: context.source.sourceType,
  })
}

/** The values in the form HubSpot stores; throws one 400 that names every bad property. */
function checkedValues(portal: Portal, type: ObjectType, properties: Record<string, string>): Record<string, string> {
  const owners = new Set(portal.owners.map((owner) => owner.id))
  const problems: { name: string; message: string; code: string }[] = []
  const values: Record<string, string> = {}
  for (const [name, raw] of Object.entries(properties)) {
    const definition = portal.schema.find(type.id, name)
    if (definition === undefined) {
      problems.push({ name, message: `Property "${name}" does not exist`, code: 'PROPERTY_DOESNT_EXIST' })
    } else if (definition.readOnlyValue) {
      problems.push({ name, message: `"${name}" is a read only property; its value cannot be set.`, code: 'READ_ONLY_VALUE' })
    } else {
      const checked = checkValue(definition, raw, owners)
      if ('value' in checked) values[name] = checked.value
      else problems.push({ name, ...checked.problem })
    }
  }
  if (problems.length > 0) throw propertyProblems(portal, problems)
  return values
}

function propertyProblems(portal: Portal, problems: readonly { name: string; message: string; code: string }[]): HubspotError {
  const inMessage = problems.map(({ name, message, code }) => ({
    isValid: false,
    message,
    error: code,
    name,
    ...(code === 'PROPERTY_DOESNT_EXIST' ? { localizedErrorMessage: message, portalId: portal.id } : {}),
  }))
  const errors: ErrorDetail[] = problems.map(({ name, message, code }) => ({ message, code, context: { propertyName: [name] } }))
  return invalid(`Property values were not valid: ${JSON.stringify(inMessage)}`, { errors })
}

function demandRequired(type: ObjectType, values: Record<string, string>, associations: readonly AssociationInput[]): void {
  const missing = type.required.filter((name) => values[name] === undefined || values[name] === '')
  const nameless = type.singular === 'company' && !values['domain'] && !values['name'] ? ['domain', 'name'] : []
  if (missing.length + nameless.length > 0) {
    throw invalid(`Error creating ${type.singular.toUpperCase()}. Some required properties were not set.`, {
      context: { properties: [...missing, ...nameless] },
    })
  }
  const toContact = associations.some((input) => input.types.some((made) => findAssociationType(type.singular, made.id)?.to === 'contact'))
  if (type.singular === 'lead' && !toContact) throw invalid('A lead must be associated with a contact or a company.')
}

/** Conditional and required properties set up by an admin bind API writes since 2026-09. The code is not documented. */
function demandAdminRules(type: ObjectType, valueOf: (name: string) => string | undefined, context: WriteContext): void {
  const blank = context.required.filter((name) => (valueOf(name) ?? '') === '')
  if (blank.length === 0) return
  throw invalid(`Required properties are missing on this ${type.singular}: ${blank.join(', ')}`, {
    errors: blank.map((name) => ({
      message: `Property "${name}" is required by your account's settings`,
      code: 'REQUIRED_PROPERTY_MISSING',
      context: { propertyName: [name] },
    })),
  })
}

function demandUnique(portal: Portal, type: ObjectType, values: Record<string, string>, own: CrmRecord | undefined): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === '' || portal.schema.find(type.id, name)?.hasUniqueValue !== true) continue
    const holder = portal.records.findBy(type.id, name, value)
    if (holder === undefined || holder === own) continue
    if (name === 'email') throw conflict(`Contact already exists. Existing ID: ${holder.id}`)
    if (name === 'domain') continue
    throw conflict(`A ${type.singular} with the value ${value} for ${name} already exists. Existing ID: ${holder.id}`)
  }
}

/** The records and types an inline association names; throws the 400 of a wrong direction or an unknown record. */
export function resolveAssociation(portal: Portal, from: ObjectType, input: AssociationInput): { to: CrmRecord; type: AssociationType }[] {
  return input.types.map(({ category, id }) => {
    const type = category === 'HUBSPOT_DEFINED' ? findAssociationType(from.singular, id) : undefined
    if (type === undefined) {
      throw invalid('One or more association types are invalid', {
        context: { associationTypeId: [String(id)], associationCategory: [category], fromObjectType: [from.singular.toUpperCase()] },
      })
    }
    const to = portal.records.find(expectObjectType(type.to).id, input.to)
    if (to === undefined) {
      throw invalid('One or more associations are invalid', {
        context: { INVALID_OBJECT_IDS: [input.to], objectId: [input.to], objectType: [type.to.toUpperCase()] },
      })
    }
    return { to, type }
  })
}

function apply(portal: Portal, record: CrmRecord, values: Record<string, string>, context: WriteContext): void {
  for (const [name, value] of Object.entries(values)) {
    if (name === 'lifecyclestage' && goesBack(currentValue(record, name), value)) continue
    portal.records.set(record, name, value, context.at, context.source)
  }
}

/** The API answers 200 to a step back in the lifecycle and leaves the stage as it is. */
function goesBack(from: string | undefined, to: string): boolean {
  const rank = (stage: string | undefined): number => lifecycleStages.findIndex(([value]) => value === stage)
  return to !== '' && rank(to) < rank(from)
}

function stampSource(portal: Portal, record: CrmRecord, { at, source }: WriteContext): void {
  portal.records.set(record, 'hs_object_source', source.sourceType, at, source)
  portal.records.set(record, 'hs_object_source_label', source.sourceType, at, source)
  if (source.sourceId !== undefined) portal.records.set(record, 'hs_object_source_id', source.sourceId, at, source)
}
