import { createContext, useContext } from 'react'
import type { PanelContext } from '@/lib/bus/protocol/panel'
import type { RecordRef } from '@/lib/domain/record-ref'

/** The record on the screen, for everything below it. */
export interface OnScreen { ref: RecordRef; context: PanelContext }

export const OnScreenContext = createContext<OnScreen | undefined>(undefined)

export function useOnScreen(): OnScreen {
  const record = useContext(OnScreenContext)
  if (!record) throw new Error('useOnScreen outside a record')
  return record
}
