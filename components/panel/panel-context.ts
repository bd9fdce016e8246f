import { createContext, useContext } from 'react'
import type { Bus } from '@/lib/bus/client'
import type { PanelMessageName } from '@/lib/bus/panel-protocol'
import type { PanelContext } from '@/lib/bus/protocol/panel'
import type { Guard } from './guard'
import type { Where } from './data/where'

/** What every part of a mounted panel may use. Made once per mount. */
export interface PanelParts {
  bus: Bus<PanelMessageName>
  host: PanelContext['host']
  where: Where
  guard: Guard
  /** Epoch milliseconds. */
  clock: () => number
  /** A UUIDv7 for a moment. */
  newEventId: (at: number) => string
  /** Whether a person caused the event, as far as the browser knows. */
  trusted: (event: Event) => boolean
}

export const PartsContext = createContext<PanelParts | undefined>(undefined)

export function usePanel(): PanelParts {
  const parts = useContext(PartsContext)
  if (!parts) throw new Error('usePanel outside a panel')
  return parts
}
