import { HubspotError, invalid, unreadable } from '../errors.ts'
import type { AssociationInput } from '../model/write.ts'
import type { ApiContext } from './context.ts'

export type Json = Record<string, unknown>

/** The JSON object of a request body. Throws 415 for another content type and 400 for anything else than an object. */
export async function readBody(c: ApiContext, known: readonly string[]): Promise<Json> {
  const body = await readJson(c)
  if (!isObject(body)) throw unreadable('Cannot deserialize an object from this value')
  demandKnown(body, known)
  return body
}

export async function readJson(c: ApiContext): Promise<unknown> {
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/json\b/i.test(type)) throw new HubspotError(415, { message: `Unsupported Media Type: ${type}` })
  const text = await c.req.text()
  try {
    return JSON.parse(text)
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : 'not JSON')
  }
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Throws 400 for a member the endpoint does not have: strict, so that a misspelt one is found. */
export function demandKnown(body: Json, known: readonly string[]): void {
  const unknown = Object.keys(body).find((key) => !known.includes(key))
  if (unknown !== undefined) throw unreadable(`Unrecognized field "${unknown}", not marked as ignorable`)
}

/** `properties` of a write: text, number or boolean values, as text. Null clears. */
export function readProperties(body: Json): Record<string, string> {
  const properties = body['properties'] ?? {}
  if (!isObject(properties)) throw unreadable('Cannot deserialize properties')
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => {
      if (value === null) return [name, '']
      if (typeof value === 'object')
        throw unreadable(`Cannot deserialize value of type \`java.lang.String\` from Object value (through reference chain: properties["${name}"])`)
      return [name, String(value)]
    }),
  )
}

/** `associations` of a create. */
export function readAssociations(body: Json): AssociationInput[] {
  return readArray(body, 'associations', false).map((item) => {
    const to = isObject(item) && isObject(item['to']) ? item['to']['id'] : undefined
    if (!isObject(item) || (typeof to !== 'string' && typeof to !== 'number')) throw invalid('An association needs to.id')
    const types = readAssociationTypes(item['types'])
    if (types.length === 0) throw invalid('An association needs at least one of types')
    return { to: String(to), types }
  })
}

/** `[{associationCategory, associationTypeId}]`. */
export function readAssociationTypes(value: unknown): { category: string; id: number }[] {
  if (!Array.isArray(value)) throw unreadable('Cannot deserialize types')
  return value.map((type: unknown) => {
    if (!isObject(type) || typeof type['associationCategory'] !== 'string' || typeof type['associationTypeId'] !== 'number') {
      throw unreadable('An association type needs associationCategory and associationTypeId')
    }
    return { category: type['associationCategory'], id: type['associationTypeId'] }
  })
}

export function readArray(body: Json, name: string, required: boolean): unknown[] {
  const value = body[name]
  if (value === undefined && !required) return []
  if (!Array.isArray(value)) throw unreadable(`Cannot deserialize ${name}: a list is needed`)
  return value
}

export function readStrings(body: Json, name: string): string[] {
  return readArray(body, name, false).map(String)
}

/** `inputs` of a batch request. Throws 400 when there are none or too many. */
export function readInputs(body: Json, most: number): Json[] {
  const inputs = readArray(body, 'inputs', true)
  if (inputs.length === 0) throw invalid('Batch must contain at least one input')
  if (inputs.length > most) throw invalid(`The maximum number of inputs supported in a batch request for this operation is ${most}`)
  return inputs.map((input) => {
    if (!isObject(input)) throw unreadable('Cannot deserialize an input')
    return input
  })
}

/** The `id` of a batch input or of its `from` or `to`. */
export function readId(value: unknown): string {
  const id = isObject(value) ? value['id'] : undefined
  if (typeof id !== 'string' && typeof id !== 'number') throw invalid('Every input needs an id')
  return String(id)
}

/** A query parameter given once with commas or several times. */
export function listParam(c: ApiContext, name: string): string[] {
  return (c.req.queries(name) ?? [])
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '')
}

/** A whole-number query parameter within bounds. Throws 400. */
export function numberParam(c: ApiContext, name: string, fallback: number, most: number): number {
  const text = c.req.query(name)
  if (text === undefined) return fallback
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw invalid(`Invalid integer for ${name}: ${text}`)
  if (value > most) throw invalid(`${name} may be at most ${most}`)
  return value
}
