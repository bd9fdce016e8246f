/** Enough for the largest lists that are read whole; more would be a loop. */
const mostPages = 50

/** Reads a list page by page until HubSpot names no next one. */
export async function allPages<T>(
  page: (after: string | undefined) => Promise<{ results: T[]; paging?: { next?: { after: string } | undefined } | undefined }>,
): Promise<T[]> {
  const all: T[] = []
  let after: string | undefined
  for (let index = 0; index < mostPages; index += 1) {
    const { results, paging } = await page(after)
    all.push(...results)
    after = paging?.next?.after
    if (after === undefined) break
  }
  return all
}
