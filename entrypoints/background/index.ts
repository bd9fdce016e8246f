import { defineBackground } from '#imports'
import { browser } from 'wxt/browser'
import { registerSidePanel } from '@/lib/platform/side-panel'
import { compose } from './compose'
import { startDuties } from './parts/duties'
import { listen } from './parts/listen'

export default defineBackground(() => {
  // Listeners are registered in the first turn, or the browser would not wake the worker for them.
  registerSidePanel()
  const services = compose()
  listen(services)
  startDuties(services)
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void services.then(({ desk }) => desk.open('set-up'))
  })
})
