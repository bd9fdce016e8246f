import { AppError } from '@/lib/domain/errors'
import type { SetAside } from '@/lib/domain/source'

export const mostSetAside = 20
const longestName = 200

export interface Aside {
  /** Does it, or sets it aside where it is in conflict or invalid; resolves to `undefined` then. @throws what would hold up the rest too */
  unless<T>(what: Pick<SetAside, 'what' | 'name'>, work: () => Promise<T>): Promise<T | undefined>
  add(one: SetAside): void
  /** The first of them; `undefined`: none. */
  found(): SetAside[] | undefined
}

/** What one reading brought and could not be taken. */
export function createAside(): Aside {
  const found: SetAside[] = []
  const add = (one: SetAside) => void (found.length < mostSetAside && found.push({ ...one, name: one.name.slice(0, longestName) }))
  return {
    add,
    async unless({ what, name }, work) {
      try {
        return await work()
      } catch (failure) {
        if (!(failure instanceof AppError) || (failure.kind !== 'conflict' && failure.kind !== 'invalid')) throw failure
        add({ what, name: name || (failure.detail ?? ''), kind: failure.kind })
        return undefined
      }
    },
    found: () => (found.length > 0 ? found : undefined),
  }
}
