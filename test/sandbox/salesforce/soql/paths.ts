import type { Reader } from '../reader.ts'
import type { FieldSpec, ObjectSpec } from '../schema/types.ts'
import type { Row, Value } from '../store.ts'
import type { Path } from './ast.ts'
import { malformed, noSuchColumn, noSuchRelationship } from './errors.ts'

const mostLevels = 5
/** What can be asked of a parent whose object is not known before the row is: the API's `Name` entity. */
const anyParentFields = ['Id', 'Name', 'FirstName', 'LastName', 'Email', 'Title', 'Phone', 'Type', 'IsActive', 'Username', 'Alias']

/** A path checked against the schema: the relationships to walk, then the field. */
export interface ResolvedPath {
  path: Path
  parents: readonly FieldSpec[]
  field: FieldSpec
}

/** Checks a path against the schema; throws INVALID_FIELD in the API's words. */
export function resolvePath(soql: string, reader: Reader, object: ObjectSpec, path: Path): ResolvedPath {
  const { schema } = reader
  const names = [...path.segments]
  const fieldName = names.pop() ?? ''
  if (names.length > mostLevels) throw malformed(soql, path.at, `only ${mostLevels} levels of parent relationships are supported`)
  let spec: ObjectSpec | 'any' = object
  const parents: FieldSpec[] = []
  for (const name of names) {
    const parent: FieldSpec | undefined = spec === 'any' ? undefined : schema.findRelationship(spec, name)
    if (parent === undefined) throw noSuchRelationship(soql, path.at, name)
    parents.push(parent)
    const [onlyTarget, ...others]: readonly string[] = parent.referenceTo
    const target: ObjectSpec | undefined = onlyTarget === undefined || others.length > 0 ? undefined : schema.findObject(onlyTarget)
    if (target === undefined && others.length === 0) throw noSuchRelationship(soql, path.at, name)
    spec = target ?? 'any'
  }
  const field = spec === 'any' ? anyParentField(fieldName) : schema.findField(spec, fieldName)
  if (field === undefined) throw noSuchColumn(soql, path.at, fieldName, spec === 'any' ? 'Name' : spec.name)
  return { path, parents, field }
}

function anyParentField(name: string): FieldSpec | undefined {
  const known = anyParentFields.find((field) => field.toLowerCase() === name.toLowerCase())
  return known === undefined ? undefined : { ...textField, name: known }
}

const textField: FieldSpec = {
  name: '', label: '', type: 'string', length: 255, nillable: true, createable: false, updateable: false, filterable: true, sortable: true,
  defaultValue: undefined, externalId: false, unique: false, caseSensitive: false, nameField: false, restrictedPicklist: false, picklist: [],
  referenceTo: [], relationshipName: undefined, feature: undefined,
}

/** The parent record a reference field points to, if it is set and visible. */
export function findParent(reader: Reader, row: Row, parent: FieldSpec): { spec: ObjectSpec; row: Row } | undefined {
  const id = row[parent.name]
  return typeof id === 'string' ? reader.find(id) : undefined
}

/** The value at the end of a path; null where a parent on the way is missing. */
export function valueAt(reader: Reader, row: Row, { parents, field }: ResolvedPath): Value {
  let current = row
  let object = ''
  for (const parent of parents) {
    const found = findParent(reader, current, parent)
    if (found === undefined) return null
    current = found.row
    object = found.spec.name
  }
  const isPolymorphic = (parents.at(-1)?.referenceTo.length ?? 0) > 1
  return isPolymorphic && field.name === 'Type' ? object : (current[field.name] ?? null)
}
