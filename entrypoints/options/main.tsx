import { createRoot } from 'react-dom/client'
import { browser } from 'wxt/browser'
import { Desk } from '@/components/desk/desk'
import { faultLog } from '@/components/ui/fault-log'
import { createBus } from '@/lib/bus/client'
import { protocol } from '@/lib/bus/protocol'
import { door } from './door'
import '@/components/ui/tokens.css'

const bus = createBus(
  protocol,
  (message) => browser.runtime.sendMessage(message),
  (heard) => {
    browser.runtime.onMessage.addListener(heard)
    return () => browser.runtime.onMessage.removeListener(heard)
  },
)

const root = document.getElementById('root')
if (root) createRoot(root, faultLog).render(<Desk bus={bus} door={door} />)
