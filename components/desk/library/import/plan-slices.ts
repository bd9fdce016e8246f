import type { Asset } from '@/lib/domain/asset'
import { createImportPlanner } from '@/lib/domain/asset-import'
import { AppError } from '@/lib/domain/errors'
import type { ImportPlan } from '@/lib/domain/import-plan'
import type { Row } from '@/lib/domain/import/rows'
import type { Playbook } from '@/lib/domain/playbook'
import { uuid7 } from '@/lib/domain/uuid7'

/** Rows read before the page gets its turn again: some 20 ms. */
const sliceRows = 1_000

export interface PlanInput { rows: readonly Row[]; mapping: Readonly<Record<string, string>>; existing: readonly Asset[]; playbook: Playbook; now: number }

/** What an import would do, worked out in slices; stops where the person stops it. @throws AppError `cancelled` */
export async function planSlices({ rows, ...input }: PlanInput, signal: AbortSignal, progress: (share: number) => void): Promise<ImportPlan> {
  const planner = createImportPlanner({ ...input, makeId: () => uuid7(input.now, crypto.getRandomValues(new Uint8Array(10))) })
  for (let from = 0; from < rows.length; from += sliceRows) {
    planner.take(rows.slice(from, from + sliceRows))
    progress(Math.min(1, (from + sliceRows) / rows.length))
    await breath()
    if (signal.aborted) throw new AppError('cancelled')
  }
  return planner.plan()
}

/** Lets clicks and painting through. */
function breath(): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve) })
}
