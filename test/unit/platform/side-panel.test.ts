import { beforeEach, describe, expect, it, vi } from 'vitest'
import { browser, calls, createEvent, events } from './fake-browser'
import { registerSidePanel } from '@/lib/platform/side-panel'

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser')).browser }))

const loader = { id: 'leadside', tab: { id: 7 }, frameId: 0 }
const message = (name: string) => ({ leadside: 1, name, payload: {} })

function begin(): void {
  Object.assign(events.message, createEvent())
  Object.assign(events.clicked, createEvent())
  registerSidePanel()
}
const send = (sent: unknown, sender: object) => new Promise((answer) => { if (!events.message.fire(sent, sender, answer).includes(true)) answer('left to others') })

beforeEach(() => {
  for (const call of Object.values(calls)) call.mockClear()
  delete browser['sidePanel']
  delete browser['sidebarAction']
})

describe('in Chromium', () => {
  beforeEach(() => {
    browser['sidePanel'] = { open: calls.openPanel, setPanelBehavior: calls.panelBehavior }
    begin()
  })

  it.each(['sidepanel.open', 'panel.open-side-panel'])('%s opens it in the same turn: the gesture is over after the first wait', async (name) => {
    const answer = send(message(name), loader)
    expect(calls.openPanel).toHaveBeenCalledExactlyOnceWith({ tabId: 7 })
    expect(await answer).toEqual({ ok: true, value: { opened: true } })
  })

  it('says so when the browser refuses', async () => {
    calls.openPanel.mockRejectedValueOnce(new Error('may only be called in response to a user gesture'))
    expect(await send(message('sidepanel.open'), loader)).toEqual({ ok: true, value: { opened: false } })
  })

  it.each([['another message', message('record.seen'), loader], ['S12 another extension', message('sidepanel.open'), { ...loader, id: 'other' }], ['nothing', undefined, loader]])('leaves %s to others', async (_, sent, sender) => {
    expect(await send(sent, sender)).toBe('left to others')
    expect(calls.openPanel).not.toHaveBeenCalled()
  })

  it('gives the toolbar button to the panel', () => {
    expect(calls.panelBehavior).toHaveBeenCalledExactlyOnceWith({ openPanelOnActionClick: true })
    expect(events.clicked.size()).toBe(0)
  })
})

describe('in Firefox', () => {
  beforeEach(() => {
    browser['sidebarAction'] = { toggle: calls.toggleSidebar }
    begin()
  })

  it('toggles the sidebar from the toolbar button', () => {
    events.clicked.fire()
    expect(calls.toggleSidebar).toHaveBeenCalledTimes(1)
  })

  it('cannot open it from the page, and says so', async () => {
    expect(await send(message('sidepanel.open'), loader)).toEqual({ ok: true, value: { opened: false } })
  })
})
