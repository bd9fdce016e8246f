const pattern = /@\{([^}]+)\}/g

/**
 * Fills `@{ref.field}` and `@{ref.records[0].Id}` in every text of a value from earlier answers.
 * A reference to nothing gives `missing`.
 */
export function fillReferences(value: unknown, results: ReadonlyMap<string, unknown>): { value: unknown } | { missing: string } {
  let missing: string | undefined
  const fill = (inner: unknown): unknown => {
    if (typeof inner === 'string') {
      return inner.replace(pattern, (_, path: string) => {
        const found = lookUp(path, results)
        if (found === undefined) missing = path
        return String(found)
      })
    }
    if (Array.isArray(inner)) return inner.map(fill)
    if (typeof inner !== 'object' || inner === null) return inner
    return Object.fromEntries(Object.entries(inner).map(([key, entry]) => [key, fill(entry)]))
  }
  const filled = fill(value)
  return missing === undefined ? { value: filled } : { missing }
}

function lookUp(path: string, results: ReadonlyMap<string, unknown>): string | number | boolean | undefined {
  const [reference = '', ...steps] = path.split(/[.[\]]+/).filter((step) => step !== '')
  let current = results.get(reference)
  for (const step of steps) {
    if (typeof current !== 'object' || current === null) return undefined
    current = (current as Record<string, unknown>)[step]
  }
  return typeof current === 'string' || typeof current === 'number' || typeof current === 'boolean' ? current : undefined
}
