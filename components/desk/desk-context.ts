import { createContext, useContext } from 'react'
import type { Bus } from '@/lib/bus/client'
import type { DeskDoor } from './desk-door'

export interface DeskParts { bus: Bus; door: DeskDoor }

export const DeskContext = createContext<DeskParts | undefined>(undefined)

export function useDesk(): DeskParts {
  const parts = useContext(DeskContext)
  if (!parts) throw new Error('outside of the desk')
  return parts
}
