import { type ApiError, apiError } from '../api-error.ts'

const contextLength = 30

/** A query refusal in the API's form: an excerpt, a caret under the place, row and column, then the sentence. */
export function queryError(soql: string, at: number, errorCode: string, sentence: string): ApiError {
  const start = Math.max(0, at - contextLength)
  const excerpt = soql.slice(start, at + contextLength).replace(/\n/g, ' ')
  return apiError(400, errorCode, `\n${excerpt}\n${' '.repeat(at - start)}^\nERROR at Row:1:Column:${at + 1}\n${sentence}`)
}

export const malformed = (soql: string, at: number, sentence: string): ApiError => queryError(soql, at, 'MALFORMED_QUERY', sentence)

const hint = 'Please reference your WSDL or the describe call for the appropriate names.'

export function noSuchColumn(soql: string, at: number, name: string, entity: string): ApiError {
  return queryError(soql, at, 'INVALID_FIELD', `No such column '${name}' on entity '${entity}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${hint}`)
}

export function noSuchRelationship(soql: string, at: number, name: string): ApiError {
  return queryError(soql, at, 'INVALID_FIELD', `Didn't understand relationship '${name}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${hint}`)
}

export function noSuchObject(soql: string, at: number, name: string): ApiError {
  return queryError(soql, at, 'INVALID_TYPE', `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${hint}`)
}
