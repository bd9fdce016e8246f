import { createRoot } from 'react-dom/client'
import { Panel } from '@/components/panel/panel'
import { openGuard } from '@/components/panel/guard'
import { createPanelBus } from '../fakes/panel-bus'
import { now } from '../fakes/panel-fixtures'
import { panelStates, stateOf, type PanelStateName } from '../fakes/panel-states'
import '@/components/ui/tokens.css'

const wanted = new URLSearchParams(location.search)
const name = wanted.get('state') ?? ''
const clock = () => now + performance.now()

const root = document.getElementById('root')
if (root) {
  if (name in panelStates) {
    const { host = 'frame', ...state } = stateOf(name as PanelStateName)
    const bus = createPanelBus({ now: clock, ...state })
    // At hand in the console: `bus.goTo(…)`, `bus.signal('record')`, `bus.asked`.
    Object.assign(window, { bus })
    createRoot(root).render(<Panel bus={bus} host={host} clock={clock} {...(wanted.get('guard') === 'real' ? {} : { guard: openGuard })} />)
  } else {
    createRoot(root).render(<ul>{Object.keys(panelStates).map((each) => <li key={each}><a href={`?state=${each}`}>{each}</a></li>)}</ul>)
  }
}
