import type { HandOverLack } from '@/lib/domain/hand-over-ports'
import { type Parsed } from '../read/parse-rows'

/** Collects what a reading had to do without. */
export function createLacks() {
  const lacks = new Map<string, HandOverLack>()
  return {
    add(part: HandOverLack['part'], need: string): void {
      lacks.set(`${part}:${need}`, { part, need })
    },
    all: () => [...lacks.values()],
  }
}
export type Lacks = ReturnType<typeof createLacks>

/**
 * The rows, or `undefined` where this user's org does not have or show them, which is noted.
 * @throws AppError for what may be different at the next try
 */
export function rowsOrLack<T>(parsed: Parsed<T>, part: HandOverLack['part'], object: string, lacks: Lacks): T[] | undefined {
  if ('rows' in parsed) return parsed.rows
  const lasting = parsed.need !== undefined || parsed.error.kind === 'forbidden' || parsed.error.kind === 'not-set-up'
  if (!lasting) throw parsed.error
  lacks.add(part, parsed.need ?? object)
  return undefined
}
