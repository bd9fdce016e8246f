import { useEffect } from 'react'
import { usePanel } from '../panel-context'
import type { ScreenStore } from '../data/screen-store'

/** Escape goes one step back: from a page to the record, from a search to the suggestions, from a framed panel to the CRM page. */
export function useEscape(screen: ScreenStore | undefined): void {
  const { bus, host } = usePanel()
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      if (screen && stepBack(screen)) event.preventDefault()
      else if (host === 'frame') void bus.ask('panel.close', {}).catch(() => undefined)
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [bus, host, screen])
}

function stepBack(screen: ScreenStore): boolean {
  const { page, query } = screen.getState()
  if (page.name !== 'record') screen.setState({ page: { name: 'record' } })
  else if (query !== '') screen.setState({ query: '', searchKinds: [] })
  else return false
  return true
}
