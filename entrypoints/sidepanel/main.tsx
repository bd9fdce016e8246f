import { createRoot } from 'react-dom/client'
import { browser } from 'wxt/browser'
import { i18n } from '#i18n'
import { Panel } from '@/components/panel/panel'
import { faultLog } from '@/components/ui/fault-log'
import { createBus } from '@/lib/bus/client'
import { panelProtocol } from '@/lib/bus/panel-protocol'
import { hearSignals } from '@/lib/platform/signals'
import { onTabShown } from '@/lib/platform/tabs'
import '@/components/ui/tokens.css'

const framed = window.parent !== window
const bus = createBus(
  panelProtocol,
  (message) => browser.runtime.sendMessage(message),
  (heard) => {
    const deaf = hearSignals(framed, heard)
    // The browser's own panel follows the active tab; a framed one hears from its loader's tab.
    const still = framed ? undefined : onTabShown(() => heard({ leadside: 1, signal: 'context' }))
    return () => {
      deaf()
      still?.()
    }
  },
)

// The loader hands a framed panel its one-time ticket in the address's fragment; the browser's own side panel has none.
const ticket = location.hash.slice(1) || undefined
history.replaceState(null, '', location.pathname)
document.documentElement.lang = i18n.t('ui.locale')
document.documentElement.dir = i18n.t('ui.direction')

const root = document.getElementById('root')
if (root) createRoot(root, faultLog).render(<Panel bus={bus} host={framed ? 'frame' : 'side-panel'} ticket={ticket} />)
