import { notFound } from '../api-error.ts'
import type { Schema } from '../schema/index.ts'
import type { FieldSpec, FieldType, ObjectSpec } from '../schema/types.ts'
import type { RestApp } from './app.ts'

const soapTypes: Partial<Record<FieldType, string>> = {
  id: 'tns:ID', reference: 'tns:ID', boolean: 'xsd:boolean', int: 'xsd:int', double: 'xsd:double', currency: 'xsd:double', percent: 'xsd:double',
  date: 'xsd:date', datetime: 'xsd:dateTime',
}

/** Global and per-object describe, with what field security leaves. */
export function registerDescribe(app: RestApp): void {
  app.get('/services/data/:version/sobjects', (c) => {
    const version = c.req.param('version')
    const sobjects = c.env.org.schema.objects().map((spec) => summary(spec, version))
    return c.json({ encoding: 'UTF-8', maxBatchSize: 200, sobjects })
  })
  app.get('/services/data/:version/sobjects/:object/describe', (c) => {
    const { schema } = c.env.org
    const spec = schema.findObject(c.req.param('object'))
    if (spec === undefined) throw notFound()
    return c.json(described(schema, spec, c.req.param('version')))
  })
}

function summary(spec: ObjectSpec, version: string): object {
  const base = `/services/data/${version}/sobjects/${spec.name}`
  return {
    name: spec.name, label: spec.label, labelPlural: spec.labelPlural, keyPrefix: spec.keyPrefix, custom: spec.name.endsWith('__c'),
    createable: spec.createable, updateable: spec.updateable, deletable: spec.deletable, queryable: true, retrieveable: true, searchable: true,
    layoutable: true, mergeable: false, triggerable: true, undeletable: spec.deletable, feedEnabled: false, mruEnabled: true,
    urls: { sobject: base, describe: `${base}/describe`, rowTemplate: `${base}/{ID}` },
  }
}

function described(schema: Schema, spec: ObjectSpec, version: string): object {
  return {
    ...summary(spec, version),
    fields: schema.fields(spec).map((field) => describedField(schema, spec, field)),
    childRelationships: [],
    recordTypeInfos: [{ active: true, available: true, defaultRecordTypeMapping: true, developerName: 'Master', master: true, name: 'Master', recordTypeId: '012000000000000AAA' }],
  }
}

function describedField(schema: Schema, spec: ObjectSpec, field: FieldSpec): object {
  return {
    name: field.name,
    label: field.label,
    type: field.type,
    soapType: soapTypes[field.type] ?? 'xsd:string',
    length: field.length,
    nillable: field.nillable,
    createable: schema.isWritable(spec, field, 'createable'),
    updateable: schema.isWritable(spec, field, 'updateable'),
    filterable: field.filterable,
    sortable: field.sortable,
    groupable: field.filterable,
    custom: field.name.endsWith('__c'),
    externalId: field.externalId,
    unique: field.unique,
    idLookup: field.type === 'id' || field.externalId || field.type === 'email',
    caseSensitive: field.caseSensitive,
    calculated: false,
    defaultedOnCreate: field.defaultValue !== undefined || field.name === 'OwnerId' || field.type === 'boolean',
    restrictedPicklist: field.restrictedPicklist,
    dependentPicklist: false,
    nameField: field.nameField,
    picklistValues: field.picklist.map((entry) => ({ active: true, defaultValue: entry.isDefault, label: entry.label, validFor: null, value: entry.value })),
    referenceTo: field.referenceTo,
    relationshipName: field.relationshipName ?? null,
    polymorphicForeignKey: field.referenceTo.length > 1,
  }
}
