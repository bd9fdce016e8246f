import { beforeEach, describe, expect, it, vi } from 'vitest'
import { browser, calls, events } from './fake-browser'
import { alarms, onAlarm } from '@/lib/platform/alarms'
import { openLocalArea, openSessionArea } from '@/lib/platform/areas'
import { setBadge } from '@/lib/platform/badge'
import { capabilities } from '@/lib/platform/capabilities'
import { onToggle } from '@/lib/platform/commands'
import { salesforceSession } from '@/lib/platform/cookies'
import { redirectUrl, signInAt } from '@/lib/platform/identity'
import { onManagedChange, readManaged } from '@/lib/platform/managed'
import { onPermissionsChange, registerOptionalHosts } from '@/lib/platform/optional-hosts'
import { hearSignals, signals } from '@/lib/platform/signals'
import { activeTab, onTabShown, showOwnPage, showTab, tabUrl } from '@/lib/platform/tabs'

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser')).browser }))

beforeEach(() => {
  for (const call of Object.values(calls)) call.mockClear()
  calls.permitted.mockResolvedValue(true)
  calls.tabs.mockResolvedValue([])
})

describe('signals', () => {
  it('go to a loader in the top frame, to a panel in its own', () => {
    signals.toLoader(7, { leadside: 1, signal: 'close' })
    signals.toFrame(7, 3, { leadside: 1, signal: 'context' })
    expect(calls.sendToTab.mock.calls).toEqual([
      [7, { leadside: 1, signal: 'close' }, { frameId: 0 }],
      [7, { leadside: 1, signal: 'context' }, { frameId: 3 }],
    ])
  })

  it('fail silently where nobody listens', async () => {
    calls.sendToTab.mockRejectedValueOnce(new Error('Receiving end does not exist'))
    calls.sendToAll.mockRejectedValueOnce(new Error('Receiving end does not exist'))
    signals.toLoader(7, {})
    signals.toPages({})
    await new Promise((done) => setTimeout(done))
  })

  it('S17 meant for the browser\'s own panels leave framed ones alone: Chromium hands them both', () => {
    signals.toPages({ leadside: 1, signal: 'context' })
    const [message] = calls.sendToAll.mock.calls[0] ?? []
    const [framed, side] = [vi.fn(), vi.fn()]
    const undo = [hearSignals(true, framed), hearSignals(false, side)]
    events.message.fire(message, {}, () => undefined)
    events.message.fire({ leadside: 1, signal: 'context' }, {}, () => undefined)
    expect([framed.mock.calls.length, side.mock.calls.length]).toEqual([1, 2])
    for (const stop of undo) stop()
    expect(events.message.size()).toBe(0)
  })
})

describe('tabs', () => {
  it('tell their address, or nothing once they are gone', async () => {
    calls.tab.mockResolvedValueOnce({ url: 'https://app.hubspot.com/' }).mockRejectedValueOnce(new Error('No tab with id'))
    expect([await tabUrl(1), await tabUrl(2)]).toEqual(['https://app.hubspot.com/', undefined])
  })

  it('know the active one', async () => {
    calls.tabs.mockResolvedValueOnce([{ id: 4, url: 'https://x.example/' }]).mockResolvedValueOnce([])
    expect(await activeTab()).toEqual({ id: 4, url: 'https://x.example/' })
    expect(await activeTab()).toBeUndefined()
  })

  it('show a record where it is open already, whatever its parameters', async () => {
    calls.tabs.mockResolvedValue([{ id: 4, windowId: 9, url: 'https://a.example/x?tab=2' }])
    await showTab('https://a.example/x')
    expect(calls.updateTab).toHaveBeenCalledExactlyOnceWith(4, { active: true })
    expect(calls.focusWindow).toHaveBeenCalledExactlyOnceWith(9, { focused: true })
    await showTab('https://a.example/y')
    expect(calls.createTab).toHaveBeenCalledExactlyOnceWith({ url: 'https://a.example/y' })
  })

  it('open one desk, not two', async () => {
    await showOwnPage('/options.html#/library')
    expect(calls.createTab).toHaveBeenCalledExactlyOnceWith({ url: 'chrome-extension://leadside/options.html#/library' })
    calls.tabs.mockResolvedValue([{ id: 4 }])
    await showOwnPage('/options.html#/data')
    expect(calls.updateTab).toHaveBeenCalledExactlyOnceWith(4, { active: true, url: 'chrome-extension://leadside/options.html#/data' })
  })

  it('are followed by pages that are open, until they close', () => {
    const shown = vi.fn()
    const stop = onTabShown(shown)
    events.activated.fire({ tabId: 1 })
    events.focused.fire(1)
    events.updated.fire(1, { url: 'https://x.example/' }, { active: true })
    events.updated.fire(1, { status: 'loading' }, { active: true })
    events.updated.fire(2, { url: 'https://x.example/' }, { active: false })
    expect(shown).toHaveBeenCalledTimes(3)
    stop()
    expect([events.activated.size(), events.updated.size(), events.focused.size()]).toEqual([0, 0, 0])
  })
})

describe('the command', () => {
  it('names the tab it was pressed in, asking where the browser does not say', async () => {
    const toggled = vi.fn()
    onToggle(toggled)
    events.command.fire('another', { id: 1 })
    events.command.fire('toggle-panel', { id: 2 })
    calls.tabs.mockResolvedValue([{ id: 3 }])
    events.command.fire('toggle-panel')
    await vi.waitFor(() => expect(toggled.mock.calls.flat()).toEqual([2, 3]))
  })
})

describe('the browser\'s Salesforce session', () => {
  const org = 'https://acme.my.salesforce.com'

  it('S03 is not looked for without the permission', async () => {
    calls.permitted.mockResolvedValue(false)
    expect(await salesforceSession(org)).toBeUndefined()
    expect(calls.cookie).not.toHaveBeenCalled()
  })

  it('is the API host\'s, in the container of the tab that shows the org', async () => {
    calls.tabs.mockResolvedValue([{ active: false, cookieStoreId: 'firefox-default' }, { active: true, cookieStoreId: 'firefox-container-2' }])
    calls.cookie.mockResolvedValue({ value: '00Dx!secret' })
    expect(await salesforceSession(org)).toBe('00Dx!secret')
    expect(calls.tabs).toHaveBeenCalledWith({ url: ['https://acme.my.salesforce.com/*', 'https://acme.lightning.force.com/*'] })
    expect(calls.cookie).toHaveBeenCalledWith({ url: org, name: 'sid', storeId: 'firefox-container-2' })
  })

  it('is nothing where there is none', async () => {
    calls.cookie.mockResolvedValue(null)
    expect(await salesforceSession(org)).toBeUndefined()
    expect(calls.cookie).toHaveBeenCalledWith({ url: org, name: 'sid' })
  })
})

describe('signing in', () => {
  it('gives the callback address back', async () => {
    calls.signIn.mockResolvedValue('https://leadside.chromiumapp.org/?code=1')
    expect(await signInAt('https://login.example/')).toBe('https://leadside.chromiumapp.org/?code=1')
    expect(calls.signIn).toHaveBeenCalledWith({ url: 'https://login.example/', interactive: true })
    expect(redirectUrl()).toBe('https://leadside.chromiumapp.org/')
  })

  it.each([['closed by the person', () => calls.signIn.mockRejectedValue(new Error('The user did not approve access.'))], ['without answer', () => calls.signIn.mockResolvedValue(undefined)]])('%s is cancelled', async (_, make) => {
    make()
    await expect(signInAt('https://login.example/')).rejects.toMatchObject({ kind: 'cancelled' })
  })
})

describe('hosts granted later', () => {
  const patterns = ['https://*.lightning.force.mil/*', 'https://*.my-lightning.com/*']

  it('get the loader, and only they', async () => {
    calls.permitted.mockImplementation(async ({ origins }) => !origins || origins[0] === patterns[1])
    await registerOptionalHosts(patterns)
    expect(calls.register).toHaveBeenCalledExactlyOnceWith([{ id: 'crm-optional', matches: [patterns[1]], js: ['crm-loader.js'], runAt: 'document_idle' }])
  })

  it('S03 lose it when they are taken away', async () => {
    calls.permitted.mockImplementation(async ({ origins }) => !origins)
    await registerOptionalHosts(patterns)
    expect(calls.unregister).toHaveBeenCalledTimes(1)
    expect(calls.register).not.toHaveBeenCalled()
  })

  it('S03 need a permission that may be missing', async () => {
    calls.permitted.mockResolvedValue(false)
    await registerOptionalHosts(patterns)
    expect(calls.unregister).not.toHaveBeenCalled()
  })

  it('are looked through again after grants, refusals and updates', () => {
    const changed = vi.fn()
    onPermissionsChange(changed)
    events.granted.fire()
    events.taken.fire()
    events.installed.fire()
    expect(changed).toHaveBeenCalledTimes(3)
  })
})

describe('storage', () => {
  it('S41 closes the local area to content scripts where the browser can', async () => {
    const local = await openLocalArea()
    expect(calls.accessLevel).toHaveBeenCalledExactlyOnceWith({ accessLevel: 'TRUSTED_CONTEXTS' })
    await local.set('a', { b: 1 })
    expect([await local.get('a'), await local.keys()]).toEqual([{ b: 1 }, ['a']])
    await local.remove(['a'])
    expect(await local.get('a')).toBeUndefined()
  })

  it('keeps session values by key', async () => {
    const session = openSessionArea()
    await session.set('k', [1])
    expect(await session.get('k')).toEqual([1])
  })

  it('F44 S59 has no policy where none is set, and none where the browser knows no such area', async () => {
    calls.managed.mockResolvedValueOnce({ allowExport: false }).mockRejectedValueOnce(new Error('no managed storage manifest'))
    expect([await readManaged(), await readManaged()]).toEqual([{ allowExport: false }, {}])
    const changed = vi.fn()
    onManagedChange(changed)
    events.changed.fire({}, 'local')
    events.changed.fire({}, 'managed')
    expect(changed).toHaveBeenCalledTimes(1)
  })
})

describe('alarms and badge', () => {
  it('F05 tells when an alarm is due, and that a lost one is not', async () => {
    expect(await alarms.get('outbox')).toBeUndefined()
    await alarms.set('outbox', 5_000_000_000_000)
    expect(await alarms.get('outbox')).toBe(5_000_000_000_000)
    await alarms.clear('outbox')
    expect(await alarms.get('outbox')).toBeUndefined()
    expect(() => onAlarm(() => undefined)).not.toThrow()
  })

  it.each([[0, ''], [3, '3'], [100, '99+']])('shows %i waiting as %j', async (count, text) => {
    await setBadge(count, 'title')
    expect(calls.badgeText).toHaveBeenCalledExactlyOnceWith({ text })
  })
})

describe('capabilities', () => {
  it('come from what the browser has', () => {
    expect(capabilities()).toEqual({ name: 'other', canOpenSidePanel: false })
    browser['sidePanel'] = {}
    expect(capabilities()).toEqual({ name: 'chromium', canOpenSidePanel: true })
    delete browser['sidePanel']
  })
})
