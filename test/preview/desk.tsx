import { createRoot } from 'react-dom/client'
import { Desk } from '@/components/desk/desk'
import { createDeskBus, deskNow } from '../fakes/desk-bus'
import { deskStates, type DeskStateName } from '../fakes/desk-states'
import { findPastedOrg } from '@/lib/pages/salesforce-address'
import '@/components/ui/tokens.css'

const name = new URLSearchParams(location.search).get('state') ?? ''
const opened = performance.now()
const door = { askHosts: async () => true, askPages: async () => true, findOrg: findPastedOrg, askPermission: async () => true, download: () => undefined, copy: async () => undefined, open: () => undefined }

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(name in deskStates
    ? <Desk bus={createDeskBus(deskStates[name as DeskStateName]())} door={door} clock={() => deskNow + performance.now() - opened} />
    : <ul>{Object.keys(deskStates).map((each) => <li key={each}><a href={`?state=${each}`}>{each}</a></li>)}</ul>)
}
