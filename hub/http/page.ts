/** @param most entries a page may hold */
export function pageFrom(query: { after?: string | undefined; limit?: string | undefined }, most: number): { after: number; limit: number } {
  return { after: Number(query.after ?? 0), limit: Math.min(most, Math.max(1, Number(query.limit ?? most))) }
}
