import type { Asset } from './asset'
import { noFigures, type FiguresByAsset } from './asset-figures'
import type { Need } from './need'

/** What the columns of the matrix are. */
export const matrixColumns = ['persona', 'industry'] as const
export type MatrixColumn = (typeof matrixColumns)[number]

/** What there is for leads of one stage and one persona or industry: usable assets, what was done with them, and what was asked for in vain. */
export interface MatrixCell { stage: string; column: string; assets: number; sends: number; opened: number; requests: number; gap: boolean }

export interface MatrixInput {
  assets: readonly Asset[]
  figures: FiguresByAsset
  needs: readonly Need[]
  by: MatrixColumn
  /** Ids in the playbook's order. */
  stages: readonly string[]
  columns: readonly string[]
  now: number
}

/** Rows of cells, a row a stage. An asset that names no stage or no persona is for all of them; one that names several counts under each. */
export function libraryMatrix({ assets, figures, needs, by, stages, columns, now }: MatrixInput): MatrixCell[][] {
  const rows = stages.map((stage) => columns.map((column): MatrixCell => ({ stage, column, assets: 0, sends: 0, opened: 0, requests: 0, gap: true })))
  const each = (own: { stages: readonly string[]; columns: readonly string[] }, visit: (cell: MatrixCell) => void) => {
    for (const [row, stage] of stages.entries()) {
      if (own.stages.length > 0 && !own.stages.includes(stage)) continue
      for (const [at, column] of columns.entries()) {
        const cell = rows[row]?.[at]
        if (cell && (own.columns.length === 0 || own.columns.includes(column))) visit(cell)
      }
    }
  }
  for (const asset of assets) {
    if (!isUsable(asset, now)) continue
    const { sends, opened } = figures[asset.id] ?? noFigures
    each({ stages: asset.stages, columns: by === 'persona' ? asset.personas : asset.industries }, (cell) => {
      cell.assets += 1
      cell.sends += sends
      cell.opened += opened
      cell.gap = false
    })
  }
  for (const need of needs) {
    const own = by === 'persona' ? need.personas : need.industry === undefined ? [] : [need.industry]
    // A request of no stage or persona asks for nobody in particular: it is no gap of one cell.
    if (need.openIds.length === 0 || need.stage === undefined || own.length === 0) continue
    each({ stages: [need.stage], columns: own }, (cell) => { cell.requests += need.openIds.length })
  }
  return rows
}

/** What a rep could send today. */
export function isUsable({ status, shareable, expires }: Asset, now: number): boolean {
  return status === 'approved' && shareable && (expires === undefined || expires > now)
}
