import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AssetKind } from '@/lib/domain/asset'
import type { TouchKind } from '@/lib/domain/touch'

export type Page = { name: 'record' } | { name: 'send'; assetId: string } | { name: 'read'; assetId: string }

/** What only the screen knows of one record: where the rep is in it, what is open, filtered and half written. */
export interface Screen {
  page: Page
  openStories: readonly string[]
  kinds: readonly TouchKind[]
  machines: boolean
  query: string
  /** The promotion whose words are shown. */
  promotion?: string | undefined
  searchKinds: readonly AssetKind[]
  draft?: { assetId: string; subject: string; body: string } | undefined
  /** The verdict event given just now, while its details are open. */
  judging?: string | undefined
}
export type ScreenStore = StoreApi<Screen>

export function createScreen(): ScreenStore {
  return createStore<Screen>(() => ({ page: { name: 'record' }, openStories: [], kinds: [], machines: false, query: '', searchKinds: [] }))
}

export const ScreenContext = createContext<ScreenStore | undefined>(undefined)

export function useScreenStore(): ScreenStore {
  const store = useContext(ScreenContext)
  if (!store) throw new Error('useScreenStore outside a record')
  return store
}

export function useScreen<T>(pick: (screen: Screen) => T): T {
  return useStore(useScreenStore(), pick)
}

/** The list with the entry taken out if it is in it, added otherwise. */
export function toggled<T>(list: readonly T[], entry: T): readonly T[] {
  return list.includes(entry) ? list.filter((other) => other !== entry) : [...list, entry]
}
