import { createContext, useContext } from 'react'
import type { Bus } from '@/lib/bus/client'
import type { NamedRecord } from '@/lib/domain/named-record'
import type { RecordRef } from '@/lib/domain/record-ref'
import type { DeskDoor } from './desk-door'

export interface DeskParts {
  bus: Bus
  door: DeskDoor
  /** The name of a record nobody opened here; rows of a screen are asked about together. */
  nameOf(ref: RecordRef): Promise<NamedRecord>
}

export const DeskContext = createContext<DeskParts | undefined>(undefined)

export function useDesk(): DeskParts {
  const parts = useContext(DeskContext)
  if (!parts) throw new Error('outside of the desk')
  return parts
}
