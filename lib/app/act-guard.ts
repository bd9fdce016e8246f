import { AppError } from '@/lib/domain/errors'
import { recordKey, sameRecord, type RecordRef } from '@/lib/domain/record-ref'

/** What the panel saw of itself at the click; see `sight` of the protocol. */
export interface Sight { visible: 'yes' | 'no' | 'unknown'; ratio: number; settledFor: number }
/** Where a panel stands: framed in a tab, or the browser's own (`tabId` absent: the active tab's). */
export interface Standpoint { framed: boolean; tabId?: number | undefined }

export interface ActGuardDeps {
  /** The record the tab shows, derived from its address now; re-read while it is just changing. */
  liveRecord(standpoint: Standpoint, expected: RecordRef): Promise<RecordRef | undefined>
  /** Has the tab's loader look at its frame: false where something covers, fades or cuts it. */
  frameIsClear(tabId: number): Promise<boolean>
}

/** A frame is judged covered below this share, and unsettled for this long after it appeared or moved. */
const minRatio = 0.99
const settleMs = 500

/**
 * Lets a consequential act through only where the person saw what they clicked and the page still shows that record.
 * @throws AppError `covered`, `moved`
 */
export function createActGuard(deps: ActGuardDeps): (standpoint: Standpoint, ref: RecordRef, sight: Sight) => Promise<void> {
  return async (standpoint, ref, sight) => {
    if (standpoint.framed && standpoint.tabId !== undefined) {
      const shown = sight.visible !== 'no' && sight.ratio >= minRatio && sight.settledFor >= settleMs
      if (!shown || !(await deps.frameIsClear(standpoint.tabId))) throw new AppError('covered')
    }
    const live = await deps.liveRecord(standpoint, ref)
    if (!sameRecord(live, ref)) throw new AppError('moved', { detail: live ? recordKey(live) : 'no record' })
  }
}
