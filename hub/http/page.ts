/** @param most entries a page may hold */
export function pageFrom(query: { after?: string | undefined; limit?: string | undefined }, most: number): { after: number; limit: number } {
  return { after: Number(query.after ?? 0), limit: Math.min(most, Math.max(1, Number(query.limit ?? most))) }
}

/** One page of rows read in order, one more than fits. */
export function pageOf<Row extends { seq: number }, Item>(found: readonly Row[], { after, limit }: { after: number; limit: number }, toItem: (row: Row) => Item) {
  const shown = found.slice(0, limit)
  return { items: shown.map(toItem), next: String(shown.at(-1)?.seq ?? after), more: found.length > limit }
}
