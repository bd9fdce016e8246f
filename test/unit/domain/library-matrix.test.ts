import { describe, expect, it } from 'vitest'
import { noFigures } from '@/lib/domain/asset-figures'
import { libraryMatrix, type MatrixInput } from '@/lib/domain/library-matrix'
import type { Need } from '@/lib/domain/need'
import { day, makeAsset, now } from './make'

const need = (over: Partial<Need>): Need => ({ key: 'k', query: 'q', personas: [], count: 1, first: now, last: now, openIds: ['1'], ids: ['1'], answers: [], ...over })
const matrix = (over: Partial<MatrixInput> = {}) => libraryMatrix({ assets: [], figures: {}, needs: [], by: 'persona', stages: ['mql', 'sql'], columns: ['it', 'finance'], now, ...over })
const counts = (over: Partial<MatrixInput>, field: 'assets' | 'sends' | 'opened' | 'requests' = 'assets') => matrix(over).map((row) => row.map((cell) => cell[field]))

describe('the matrix', () => {
  it.each<[string, Partial<Parameters<typeof makeAsset>[0]>, number[][]]>([
    ['its own stage and persona', { stages: ['mql'], personas: ['it'] }, [[1, 0], [0, 0]]],
    ['each of several', { stages: ['mql', 'sql'], personas: ['it'] }, [[1, 0], [1, 0]]],
    ['every persona where it names none', { stages: ['sql'] }, [[0, 0], [1, 1]]],
    ['everybody where it names nothing', {}, [[1, 1], [1, 1]]],
    ['nobody where it names what the playbook no longer knows', { personas: ['gone'] }, [[0, 0], [0, 0]]],
    ['nobody while it is a draft', { status: 'draft' }, [[0, 0], [0, 0]]],
    ['nobody when it may not be sent', { shareable: false }, [[0, 0], [0, 0]]],
    ['nobody once it expired', { expires: now - day }, [[0, 0], [0, 0]]],
  ])('counts an asset for %s', (_, over, expected) => expect(counts({ assets: [makeAsset(over)] })).toEqual(expected))

  it('goes by industry too', () => expect(counts({ by: 'industry', columns: ['food', 'retail'], assets: [makeAsset({ industries: ['retail'] })] })).toEqual([[0, 1], [0, 1]]))

  it('adds up sends and openings of the assets of a cell', () => {
    const assets = [makeAsset({ id: 'a', stages: ['mql'], personas: ['it'] }), makeAsset({ id: 'b', stages: ['mql'] })]
    const figures = { a: { ...noFigures, sends: 3, opened: 2 }, b: { ...noFigures, sends: 4, opened: 1 } }
    expect([counts({ assets, figures }, 'sends'), counts({ assets, figures }, 'opened')]).toEqual([[[7, 4], [0, 0]], [[3, 1], [0, 0]]])
  })

  it('counts open requests where the leads stood they were asked for', () => {
    const needs = [need({ stage: 'mql', personas: ['it', 'finance'], openIds: ['1', '2'] }), need({ stage: 'mql', personas: ['it'], openIds: [] }), need({ stage: 'sql' })]
    expect(counts({ needs }, 'requests')).toEqual([[2, 2], [0, 0]])
  })

  it('calls a cell without a usable asset a gap', () => expect(matrix({ assets: [makeAsset({ stages: ['mql'], personas: ['it'] })] }).map((row) => row.map(({ gap }) => gap))).toEqual([[false, true], [true, true]]))
})
