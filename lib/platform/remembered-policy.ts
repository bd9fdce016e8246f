import type { LocalArea } from '@/lib/domain/store-ports'

type Values = Record<string, unknown>
const key = 'managed-values'

/**
 * Managed values without the wait: after each start Chromium takes about three seconds for its first answer. Until it comes
 * the values of last time count; the very first time there is nothing but to wait. `changed`: the answer was another one.
 */
export function rememberPolicy({ read, local, patience, changed }: {
  read(): Promise<Values>
  local: Pick<LocalArea, 'get' | 'set'>
  patience(): Promise<void>
  changed(): void
}): () => Promise<Values> {
  return async () => {
    const known = (await local.get(key)) as Values | undefined
    const answer = read().then(async (values) => {
      if (JSON.stringify(values) === JSON.stringify(known)) return values
      await local.set(key, values).catch(() => undefined)
      if (known) changed()
      return values
    })
    return known ? Promise.race([answer, patience().then(() => known)]) : answer
  }
}
