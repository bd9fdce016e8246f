/** One entry of the array a failed REST call answers with. */
export interface ErrorEntry {
  message: string
  errorCode: string
  fields?: readonly string[] | undefined
}

/** Thrown by the sandbox's REST code and turned into the documented error answer. */
export class ApiError extends Error {
  readonly status: number
  readonly entries: readonly ErrorEntry[]

  constructor(status: number, entries: readonly ErrorEntry[]) {
    super(entries.map((entry) => `${entry.errorCode}: ${entry.message}`).join('; '))
    this.status = status
    this.entries = entries
  }
}

/** A failure with one entry; `fields` is left out of the answer when not given. */
export function apiError(status: number, errorCode: string, message: string, fields?: readonly string[]): ApiError {
  return new ApiError(status, [fields === undefined ? { message, errorCode } : { message, errorCode, fields }])
}

export const notFound = (): ApiError => apiError(404, 'NOT_FOUND', 'The requested resource does not exist')
