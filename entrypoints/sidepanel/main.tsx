import { createRoot } from 'react-dom/client'
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { Panel } from '@/components/panel/panel'
import { createBus } from '@/lib/bus/client'
import '@/components/ui/tokens.css'

const bus = createBus(
  (message) => browser.runtime.sendMessage(message),
  (heard) => {
    const listener = (message: unknown) => {
      heard(message)
      return undefined
    }
    browser.runtime.onMessage.addListener(listener)
    return () => browser.runtime.onMessage.removeListener(listener)
  },
)

// The loader hands a framed panel its one-time ticket in the address's fragment; the browser's own side panel has none.
const ticket = location.hash.slice(1) || undefined
history.replaceState(null, '', location.pathname)
document.documentElement.lang = i18n.t('ui.locale')
document.documentElement.dir = i18n.t('ui.direction')

const root = document.getElementById('root')
if (root) createRoot(root).render(<Panel bus={bus} host={ticket ? 'frame' : 'side-panel'} ticket={ticket} />)
