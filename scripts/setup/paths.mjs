import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
/** What set-up and tests leave behind; safe to delete. */
export const cache = join(root, '.cache')
/** `node_modules/.bin` of the project. */
export const bin = (name) => join(root, 'node_modules', '.bin', name)
