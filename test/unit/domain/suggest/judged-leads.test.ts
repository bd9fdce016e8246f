import { describe, expect, it } from 'vitest'
import { suggest } from '@/lib/domain/suggest/suggest'
import { inputFor } from '../../../fixtures/judged/judge-lead'
import { judgedLeads } from '../../../fixtures/judged/leads'
import { judgedLibrary, shortId } from '../../../fixtures/judged/library'

describe('judged leads', () => {
  it('are enough, and name assets that exist', () => {
    const known = new Set(judgedLibrary.map(({ id }) => shortId(id)))
    expect(judgedLeads.length).toBeGreaterThanOrEqual(40)
    expect(judgedLeads.flatMap(({ expected, read }) => [...expected, ...read.map(([id]) => id)]).filter((id) => !known.has(id))).toEqual([])
  })

  it('get the right asset among the first five for nine of ten', () => {
    const missed: string[] = []
    for (const lead of judgedLeads) {
      const found = suggest(inputFor(lead)).items.map(({ assetId }) => shortId(assetId))
      if (!found.some((id) => lead.expected.includes(id))) missed.push(`${lead.name}: ${found.join(', ')}`)
    }
    expect(missed.slice(Math.floor(judgedLeads.length / 10))).toEqual([])
  })
})
