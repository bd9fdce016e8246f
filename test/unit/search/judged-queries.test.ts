import { describe, expect, it } from 'vitest'
import { createLibraryIndex } from '@/lib/search/library-index'
import { judgedAt, judgedLibrary, shortId } from '../../fixtures/judged/library'
import { judgedQueries } from '../../fixtures/judged/queries'
import { samplePlaybook } from '../../fixtures/sample-playbook'

describe('judged queries', () => {
  it('are enough, and name assets that exist', () => {
    const known = new Set(judgedLibrary.map(({ id }) => shortId(id)))
    expect(judgedQueries.length).toBeGreaterThanOrEqual(60)
    expect(judgedQueries.flatMap(({ expected }) => expected).filter((id) => !known.has(id))).toEqual([])
  })

  it('find the meant asset among the first five for nine of ten', async () => {
    const index = createLibraryIndex({ assets: { all: async () => [...judgedLibrary] }, now: () => judgedAt, pause: async () => undefined })
    const missed: string[] = []
    for (const { query, expected } of judgedQueries) {
      const { hits } = await index.search(query, {}, 5, { playbook: samplePlaybook })
      const found = hits.map(({ assetId }) => shortId(assetId))
      if (!found.some((id) => expected.includes(id))) missed.push(`${query}: ${found.join(', ')}`)
    }
    expect(missed.slice(Math.floor(judgedQueries.length / 10))).toEqual([])
  })
})
