import { ApiError, apiError, type ErrorEntry, notFound } from '../api-error.ts'
import { writtenId } from '../ids.ts'
import type { Reader } from '../reader.ts'
import type { FieldSpec, ObjectSpec } from '../schema/types.ts'
import type { Row, Store, Value } from '../store.ts'
import { toDatetime } from '../time.ts'
import { coerce } from './values.ts'
import { applyTriggers } from './triggers.ts'

/** A write the org refuses whatever its content, for tests: the first that fits is used up. */
export interface InjectedFailure {
  object: string
  errorCode: string
  message: string
  status?: number | undefined
  fields?: readonly string[] | undefined
  /** Writes to let pass first, then writes to fail (default 1). */
  skip?: number | undefined
  count?: number | undefined
}

export interface WriterDeps {
  store: Store
  reader: Reader
  userId: string
  now: number
  /** May edit converted leads and point to them. */
  editConvertedLeads: boolean
  failures: InjectedFailure[]
}

/** Creates and changes records under the rules the API enforces. All methods throw ApiError. */
export interface Writer {
  create(spec: ObjectSpec, body: Record<string, unknown>): string
  update(spec: ObjectSpec, id: string, body: Record<string, unknown>): void
  delete(spec: ObjectSpec, id: string): void
}

/** Builds the writer of one call. */
export function createWriter(deps: WriterDeps): Writer {
  const { store, reader, userId, now } = deps
  const { schema } = reader
  const stamp = toDatetime(now)

  const expectRow = (spec: ObjectSpec, id: string): Row => {
    const row = store.find(spec.name, id)
    if (row?.IsDeleted === true) throw apiError(404, 'ENTITY_IS_DELETED', 'entity is deleted', [])
    if (row === undefined || reader.find(id) === undefined) throw notFound()
    return row
  }
  const save = (spec: ObjectSpec, before: Row | undefined, row: Row): void => applyTriggers({ spec, before, row, deps })

  return {
    create(spec, body) {
      if (!spec.createable) throw notAllowed(spec)
      injectFailure(deps.failures, spec)
      const values = checkedValues(deps, spec, body, 'createable')
      const missing = schema.fields(spec).filter((field) => isRequired(field) && (values[field.name] ?? null) === null)
      if (missing.length > 0) {
        const names = missing.map((field) => field.name)
        throw apiError(400, 'REQUIRED_FIELD_MISSING', `Required fields are missing: [${names.join(', ')}]`, names)
      }
      const id = writtenId(spec.keyPrefix, store.nextSerial(spec.name))
      refuseDuplicate(store, spec, values, id)
      const row = {
        ...emptyRow(spec),
        ...(spec.fields.some((field) => field.name === 'OwnerId') ? { OwnerId: userId } : {}),
        ...values,
        Id: id, IsDeleted: false, CreatedDate: stamp, CreatedById: userId, LastModifiedDate: stamp, LastModifiedById: userId, SystemModstamp: stamp,
      }
      save(spec, undefined, row)
      return id
    },
    update(spec, id, body) {
      if (!spec.updateable) throw notAllowed(spec)
      // Refused by its own code although the record cannot be read.
      if (spec.name === 'Lead' && store.find('Lead', id)?.IsConverted === true && !deps.editConvertedLeads) throw convertedLead()
      const before = expectRow(spec, id)
      injectFailure(deps.failures, spec)
      const values = checkedValues(deps, spec, body, 'updateable')
      const emptied = schema.fields(spec).filter((field) => isRequired(field) && values[field.name] === null)
      if (emptied.length > 0) {
        const names = emptied.map((field) => field.name)
        throw apiError(400, 'REQUIRED_FIELD_MISSING', `Required fields are missing: [${names.join(', ')}]`, names)
      }
      refuseDuplicate(store, spec, values, id)
      save(spec, before, { ...before, ...values, LastModifiedDate: stamp, LastModifiedById: userId, SystemModstamp: stamp })
    },
    delete(spec, id) {
      const before = expectRow(spec, id)
      if (!spec.deletable) throw notAllowed(spec)
      injectFailure(deps.failures, spec)
      store.put(spec.name, { ...before, IsDeleted: true, LastModifiedDate: stamp, SystemModstamp: stamp })
    },
  }
}

/** A row with every field of the object, at its default or null. */
export function emptyRow(spec: ObjectSpec): Record<string, Value> {
  return Object.fromEntries(spec.fields.map((field) => [field.name, field.defaultValue ?? (field.type === 'boolean' ? false : null)]))
}

export function convertedLead(): ApiError {
  return apiError(400, 'CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead', [])
}

function isRequired(field: FieldSpec): boolean {
  return !field.nillable && field.createable && field.defaultValue === undefined && field.type !== 'boolean'
}

function notAllowed(spec: ObjectSpec): ApiError {
  return apiError(400, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `entity type ${spec.name} does not support this operation`, [])
}

function checkedValues(deps: WriterDeps, spec: ObjectSpec, body: Record<string, unknown>, mode: 'createable' | 'updateable'): Record<string, Value> {
  const { schema } = deps.reader
  const values: Record<string, Value> = {}
  const errors: ErrorEntry[] = []
  const locked: string[] = []
  for (const [name, given] of Object.entries(body)) {
    if (name === 'attributes') continue
    const field = schema.findField(spec, name)
    if (field === undefined) throw apiError(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${spec.name}`)
    if (!schema.isWritable(spec, field, mode)) {
      locked.push(field.name)
      continue
    }
    const coerced = coerce(field, given)
    if ('error' in coerced) errors.push(coerced.error)
    else values[field.name] = coerced.value
  }
  if (locked.length > 0) {
    throw apiError(400, 'INVALID_FIELD_FOR_INSERT_UPDATE', `Unable to create/update fields: ${locked.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`, locked)
  }
  errors.push(...brokenReferences(deps, spec, values))
  if (errors.length > 0) throw new ApiError(400, errors)
  return values
}

function brokenReferences(deps: WriterDeps, spec: ObjectSpec, values: Record<string, Value>): ErrorEntry[] {
  const { schema } = deps.reader
  return Object.entries(values).flatMap(([name, id]): ErrorEntry[] => {
    const field = schema.findField(spec, name)
    if (field?.type !== 'reference' || typeof id !== 'string') return []
    const target = schema.findByPrefix(id.slice(0, 3))
    if (target === undefined || !field.referenceTo.includes(target.name)) {
      return [{ message: `${field.label}: id value of incorrect type: ${id}`, errorCode: 'FIELD_INTEGRITY_EXCEPTION', fields: [name] }]
    }
    const row = deps.store.find(target.name, id)
    if (target.name === 'Lead' && row?.IsConverted === true && !deps.editConvertedLeads) throw convertedLead()
    if (row === undefined || row.IsDeleted === true || deps.reader.find(id) === undefined) {
      return [{ message: 'insufficient access rights on cross-reference id', errorCode: 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', fields: [] }]
    }
    return []
  })
}

function refuseDuplicate(store: Store, spec: ObjectSpec, values: Record<string, Value>, id: string): void {
  for (const field of spec.fields.filter((candidate) => candidate.unique)) {
    const value = values[field.name]
    if (value === undefined || value === null) continue
    const other = store.rows(spec.name).find((row) => row[field.name] === value && row.Id !== id && row.IsDeleted !== true)
    if (other !== undefined) throw apiError(400, 'DUPLICATE_VALUE', `duplicate value found: ${field.name} duplicates value on record with id: ${String(other.Id)}`, [])
  }
}

function injectFailure(failures: InjectedFailure[], spec: ObjectSpec): void {
  const index = failures.findIndex((failure) => failure.object === spec.name)
  const failure = failures[index]
  if (failure === undefined) return
  if ((failure.skip ?? 0) > 0) {
    failures[index] = { ...failure, skip: (failure.skip ?? 0) - 1 }
    return
  }
  const left = (failure.count ?? 1) - 1
  if (left === 0) failures.splice(index, 1)
  else failures[index] = { ...failure, count: left }
  throw apiError(failure.status ?? 400, failure.errorCode, failure.message, failure.fields ?? [])
}
