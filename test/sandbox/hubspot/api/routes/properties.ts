import { Hono } from 'hono'
import { HubspotError, invalid } from '../../errors.ts'
import type { ObjectType } from '../../model/object-types.ts'
import type { PropertyDefinition } from '../../model/types.ts'
import { demandAnyScope, demandScopes, objectTypeOf, type ApiContext, type ApiEnv } from '../context.ts'
import { demandKnown, isObject, readArray, readBody, readInputs, type Json } from '../input.ts'
import { batchAnswer } from './object-batches.ts'

const known = [
  'name',
  'label',
  'groupName',
  'type',
  'fieldType',
  'options',
  'description',
  'displayOrder',
  'hasUniqueValue',
  'hidden',
  'formField',
  'calculationFormula',
  'externalOptions',
  'referencedObjectType',
  'dataSensitivity',
  'currencyPropertyName',
  'numberDisplayHint',
  'showCurrencySymbol',
  'textDisplayHint',
]

/** Which field types go with which type. */
const fieldTypes: Readonly<Record<string, readonly string[]>> = {
  bool: ['booleancheckbox', 'calculation_equation'],
  date: ['date'],
  datetime: ['date'],
  enumeration: ['booleancheckbox', 'checkbox', 'radio', 'select', 'calculation_equation'],
  number: ['number', 'calculation_equation'],
  phone_number: ['phonenumber'],
  string: ['file', 'text', 'textarea', 'calculation_equation', 'html', 'phonenumber'],
}

/** `/crm/properties/{type}…`. */
export const propertyRoutes = new Hono<ApiEnv>()
  .get('/:type/groups', (c) => {
    const type = typeFor(c, 'read')
    return c.json({ results: c.env.portal.schema.groups(type.id).map((group) => ({ ...group, archived: false })) })
  })
  .post('/:type/groups', async (c) => {
    const type = typeFor(c, 'write')
    const body = await readBody(c, ['name', 'label', 'displayOrder'])
    demandText(body, ['name', 'label'])
    const group = c.env.portal.schema.addGroup(type.id, {
      name: String(body['name']),
      label: String(body['label']),
      displayOrder: typeof body['displayOrder'] === 'number' ? body['displayOrder'] : -1,
    })
    note(c, type, 'property-group', group.name, { ...group })
    return c.json({ ...group, archived: false }, 201)
  })
  .get('/:type/groups/:name', (c) => {
    const type = typeFor(c, 'read')
    const group = c.env.portal.schema.groups(type.id).find((candidate) => candidate.name === c.req.param('name'))
    if (group === undefined)
      throw new HubspotError(404, { message: `Property group ${c.req.param('name')} does not exist`, category: 'OBJECT_NOT_FOUND' })
    return c.json({ ...group, archived: false })
  })
  .post('/:type/batch/create', async (c) => {
    const type = typeFor(c, 'write')
    const results: unknown[] = []
    const errors: unknown[] = []
    for (const input of readInputs(await readBody(c, ['inputs']), 100)) {
      try {
        results.push(presentProperty(create(c, type, input)))
      } catch (error) {
        if (!(error instanceof HubspotError)) throw error
        const { message, category, subCategory } = error.fields
        errors.push({ status: 'error', category: category ?? 'VALIDATION_ERROR', subCategory, message, context: { name: [String(input['name'])] } })
      }
    }
    return batchAnswer(c, results, errors, 201)
  })
  .post('/:type/batch/read', async (c) => {
    const type = typeFor(c, 'read')
    const body = await readBody(c, ['archived', 'inputs', 'dataSensitivity'])
    const names = readInputs(body, 100).map((input) => String(input['name']))
    const found = names.flatMap((name) => c.env.portal.schema.find(type.id, name) ?? [])
    const missing = names.filter((name) => c.env.portal.schema.find(type.id, name) === undefined)
    const errors =
      missing.length === 0
        ? []
        : [{ status: 'error', category: 'OBJECT_NOT_FOUND', message: 'Some properties do not exist', context: { name: missing } }]
    return batchAnswer(c, found.map(presentProperty), errors)
  })
  .get('/:type', (c) => {
    const type = typeFor(c, 'read')
    return c.json({ results: c.env.portal.schema.properties(type.id).map(presentProperty) })
  })
  .post('/:type', async (c) => {
    const type = typeFor(c, 'write')
    return c.json(presentProperty(create(c, type, await readBody(c, known))), 201)
  })
  .get('/:type/:name', (c) => {
    const type = typeFor(c, 'read')
    const definition = c.env.portal.schema.find(type.id, c.req.param('name'))
    if (definition === undefined) {
      throw new HubspotError(404, {
        message: `Property ${c.req.param('name')} does not exist`,
        context: { name: [c.req.param('name')] },
        subCategory: 'Properties.PROPERTY_NOT_FOUND',
        category: 'OBJECT_NOT_FOUND',
      })
    }
    return c.json(presentProperty(definition))
  })

function typeFor(c: ApiContext, access: 'read' | 'write'): ObjectType {
  const type = objectTypeOf(c.req.param('type') ?? '')
  if (access === 'write') demandScopes(c, `crm.schemas.${type.scope}.write`)
  else demandAnyScope(c, `crm.schemas.${type.scope}.read`, `crm.objects.${type.scope}.read`)
  return type
}

function create(c: ApiContext, type: ObjectType, body: Json): PropertyDefinition {
  demandKnown(body, known)
  demandText(body, ['name', 'label', 'groupName', 'type', 'fieldType'])
  const [name, valueType, fieldType] = [String(body['name']), String(body['type']), String(body['fieldType'])]
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw invalid(`Property name ${name} is not valid: lower-case letters, numbers and underscores, starting with a letter`)
  if (fieldTypes[valueType]?.includes(fieldType) !== true) throw invalid(`Field type ${fieldType} does not go with type ${valueType}`)
  const options = readArray(body, 'options', false).map((option, order) => {
    if (!isObject(option) || typeof option['value'] !== 'string' || typeof option['label'] !== 'string')
      throw invalid('An option needs value and label')
    return {
      label: option['label'],
      value: option['value'],
      displayOrder: typeof option['displayOrder'] === 'number' ? option['displayOrder'] : order,
      hidden: option['hidden'] === true,
    }
  })
  if (valueType === 'enumeration' && options.length === 0) throw invalid('A property of type enumeration needs options')
  const definition: PropertyDefinition = {
    name,
    label: String(body['label']),
    type: valueType,
    fieldType,
    description: String(body['description'] ?? ''),
    groupName: String(body['groupName']),
    options,
    displayOrder: typeof body['displayOrder'] === 'number' ? body['displayOrder'] : -1,
    calculated: false,
    externalOptions: false,
    hasUniqueValue: body['hasUniqueValue'] === true,
    hidden: body['hidden'] === true,
    readOnlyValue: false,
    hubspotDefined: false,
    formField: body['formField'] === true,
  }
  c.env.portal.schema.add(type.id, definition)
  note(c, type, 'property', name, { type: valueType, fieldType, groupName: definition.groupName })
  return definition
}

function demandText(body: Json, names: readonly string[]): void {
  const missing = names.filter((name) => typeof body[name] !== 'string' || body[name] === '')
  if (missing.length > 0) throw invalid(`Some required fields were not set: [${missing.join(', ')}]`)
}

function note(c: ApiContext, type: ObjectType, action: 'property' | 'property-group', id: string, detail: Record<string, unknown>): void {
  const { portal, now } = c.env
  portal.journal.push({ at: now, portal: portal.id, action, objectType: type.plural, id, detail, by: 'INTEGRATION' })
}

function presentProperty(definition: PropertyDefinition): Record<string, unknown> {
  const { readOnlyValue, hubspotDefined, formField, ...shown } = definition
  return {
    ...shown,
    ...(hubspotDefined ? { hubspotDefined } : {}),
    modificationMetadata: { archivable: !hubspotDefined, readOnlyDefinition: hubspotDefined, readOnlyValue },
    formField,
    dataSensitivity: 'non_sensitive',
  }
}
