import { vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'

/** An event that tests fire themselves. */
export function createEvent<A extends unknown[]>() {
  const listeners = new Set<(...args: A) => unknown>()
  return {
    addListener: (listener: (...args: A) => unknown) => void listeners.add(listener),
    removeListener: (listener: (...args: A) => unknown) => void listeners.delete(listener),
    fire: (...args: A) => [...listeners].map((listener) => listener(...args)),
    size: () => listeners.size,
  }
}

/** The framework's in-memory browser, with the parts it lacks. Its state lasts for one test file. */
export const events = {
  message: createEvent<[message: unknown, sender: unknown, reply: (answer: unknown) => void]>(),
  clicked: createEvent<[]>(),
  command: createEvent<[command: string, tab?: { id?: number }]>(),
  activated: createEvent<[{ tabId: number }]>(),
  updated: createEvent<[tabId: number, change: { url?: string; status?: string }, tab: { active: boolean }]>(),
  focused: createEvent<[number]>(),
  removed: createEvent<[number]>(),
  changed: createEvent<[changes: object, area: string]>(),
  granted: createEvent<[]>(),
  taken: createEvent<[]>(),
  installed: createEvent<[]>(),
}

export const calls = {
  sendToTab: vi.fn<(...args: unknown[]) => Promise<unknown>>(async () => undefined), sendToAll: vi.fn<(...args: unknown[]) => Promise<unknown>>(async () => undefined),
  openPanel: vi.fn<(...args: unknown[]) => Promise<void>>(async () => undefined), panelBehavior: vi.fn(async () => undefined), toggleSidebar: vi.fn(async () => undefined),
  permitted: vi.fn<(wanted: { permissions?: string[]; origins?: string[] }) => Promise<boolean>>(async () => true), cookie: vi.fn<(wanted: object) => Promise<{ value: string } | null>>(async () => null),
  tabs: vi.fn<(query: object) => Promise<object[]>>(async () => []), tab: vi.fn<(id: number) => Promise<object>>(), createTab: vi.fn(async () => ({})), updateTab: vi.fn(async () => ({})), focusWindow: vi.fn(async () => ({})),
  signIn: vi.fn<(details: object) => Promise<string | undefined>>(), register: vi.fn(async () => undefined), unregister: vi.fn(async () => undefined),
  managed: vi.fn<() => Promise<object>>(async () => ({})), accessLevel: vi.fn(async () => undefined),
  badgeText: vi.fn(async () => undefined), badgeTitle: vi.fn(async () => undefined),
}

export const browser = {
  runtime: { id: 'leadside', getURL: (path: string) => `chrome-extension://leadside${path}`, onMessage: events.message, onInstalled: events.installed, sendMessage: calls.sendToAll },
  tabs: {
    query: calls.tabs, get: calls.tab, create: calls.createTab, update: calls.updateTab, sendMessage: calls.sendToTab,
    onActivated: events.activated, onUpdated: events.updated, onRemoved: events.removed,
  },
  windows: { update: calls.focusWindow, onFocusChanged: events.focused },
  action: { onClicked: events.clicked, setBadgeText: calls.badgeText, setTitle: calls.badgeTitle },
  commands: { onCommand: events.command },
  permissions: { contains: calls.permitted, onAdded: events.granted, onRemoved: events.taken },
  cookies: { get: calls.cookie },
  identity: { getRedirectURL: () => 'https://leadside.chromiumapp.org/', launchWebAuthFlow: calls.signIn },
  scripting: { registerContentScripts: calls.register, unregisterContentScripts: calls.unregister },
  alarms: fakeBrowser.alarms,
  storage: {
    local: Object.assign(fakeBrowser.storage.local, { setAccessLevel: calls.accessLevel }),
    session: fakeBrowser.storage.session,
    managed: { get: calls.managed },
    onChanged: events.changed,
  },
} as Record<string, unknown>
