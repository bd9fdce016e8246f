// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Dock } from '@/entrypoints/crm-dock/dock'
import { startLoader } from '@/entrypoints/crm-loader/loader'
import { createFakeApi, keyA, keyB, leadA, leadB, list, setHidden, settle } from './stage'

const navigation = () => Reflect.get(globalThis, 'navigation') as EventTarget

function createFakeDock() {
  return { blank: vi.fn(), turnTo: vi.fn(), mount: vi.fn(), retire: vi.fn(), restart: vi.fn(), hear: vi.fn(), orphan: vi.fn() } satisfies Dock
}

function begin(url: string) {
  location.href = url
  const background = createFakeApi()
  const dock = createFakeDock()
  const createDock = vi.fn(() => dock)
  const loadDock = vi.fn(async () => createDock)
  startLoader(background.api, loadDock)
  return { ...background, dock, createDock, loadDock }
}

async function go(url: string): Promise<void> {
  navigation().dispatchEvent(Object.assign(new Event('navigate'), { destination: { url, sameDocument: true } }))
  location.href = url
  navigation().dispatchEvent(new Event('currententrychange'))
  await settle()
}

beforeEach(() => {
  vi.useFakeTimers()
  Reflect.set(globalThis, 'navigation', new EventTarget())
})
afterEach(() => {
  vi.clearAllTimers()
  vi.useRealTimers()
})

describe('pages', () => {
  it('sends nothing and fetches nothing where there is no record', async () => {
    const { sent, loadDock } = begin(list)
    await settle()
    await go('https://acme.lightning.force.com/lightning/setup/SetupOneHome/home')
    vi.advanceTimersByTime(60_000)
    window.dispatchEvent(new Event('visibilitychange'))
    expect(sent).toEqual([])
    expect(loadDock).not.toHaveBeenCalled()
  })

  it('S16 says that there is a record, and nothing of it', async () => {
    const { sent, dock } = begin(leadA)
    await settle()
    expect(sent).toEqual([{ name: 'record.seen', payload: {} }])
    expect(dock.turnTo).toHaveBeenLastCalledWith(keyA)
    expect(dock.mount).toHaveBeenCalledTimes(1)
  })

  it('blanks in the event that leads to another record, and only there', async () => {
    const { dock } = begin(leadA)
    await settle()
    navigation().dispatchEvent(Object.assign(new Event('navigate'), { destination: { url: `${leadA}?tab=2`, sameDocument: true } }))
    expect(dock.blank).not.toHaveBeenCalled()
    navigation().dispatchEvent(Object.assign(new Event('navigate'), { destination: { url: leadB, sameDocument: true } }))
    expect(dock.blank).toHaveBeenCalledTimes(1)
  })

  it('turns the dock before it asks, and says when a record was left', async () => {
    const { dock, names } = begin(leadA)
    await settle()
    await go(list)
    expect(dock.turnTo).toHaveBeenLastCalledWith(undefined)
    expect(names()).toEqual(['record.seen', 'record.left'])
  })

  it('keeps quiet within a record: tabs, related lists, parameters', async () => {
    const { names } = begin(leadA)
    await settle()
    await go(`${leadA}?tab=2`)
    await go(leadA.replace('/view', '/related/OpenActivities/view'))
    expect(names()).toEqual(['record.seen'])
  })

  it('F12 mounts for the last of twenty fast navigations only', async () => {
    const { answers, dock } = begin(list)
    const held: ((value: unknown) => void)[] = []
    answers['record.seen'] = () => new Promise((resolve) => held.push(resolve))
    for (let turn = 0; turn < 20; turn += 1) await go(turn % 2 === 0 ? leadA : leadB)
    for (const answer of held.reverse()) answer({ known: true })
    await settle()
    expect(dock.mount).toHaveBeenCalledTimes(10)
    expect(new Set(dock.turnTo.mock.calls.map(([key]) => key))).toEqual(new Set([keyB]))
  })

  it('shows no dock where the background wants none, and asks again when the tab is looked at', async () => {
    const { answers, createDock, names } = begin(list)
    answers['record.seen'] = () => ({ known: false })
    await go(leadA)
    expect(createDock).not.toHaveBeenCalled()
    setHidden(true)
    setHidden(false)
    await settle()
    expect(names()).toEqual(['record.seen', 'record.seen'])
  })
})

describe('signals', () => {
  it('hands the dock what is meant for it', async () => {
    const { signal, dock } = begin(leadA)
    await settle()
    signal({ leadside: 1, signal: 'painted', key: keyA })
    expect(dock.hear).toHaveBeenCalledExactlyOnceWith({ leadside: 1, signal: 'painted', key: keyA })
  })

  it('retires and asks again when it is told to', async () => {
    const { signal, dock, names } = begin(leadA)
    await settle()
    signal({ leadside: 1, signal: 'retire' })
    expect(dock.retire).toHaveBeenCalledTimes(1)
    signal({ leadside: 1, signal: 'refresh' })
    await settle()
    expect(names()).toEqual(['record.seen', 'record.seen'])
    expect(dock.mount).toHaveBeenCalledTimes(2)
  })

  it('S18 listens to no window messages', () => {
    const window_ = vi.spyOn(window, 'addEventListener')
    const document_ = vi.spyOn(Document.prototype, 'addEventListener')
    begin(leadA)
    const types = [...window_.mock.calls, ...document_.mock.calls].map(([type]) => type)
    expect(types).toContain('pageshow')
    expect(types).not.toContain('message')
  })
})

describe('life', () => {
  it('F10 leaves exactly one host: what an earlier loader left is removed', () => {
    document.documentElement.append(Object.assign(document.createElement('div'), { id: 'old' }))
    document.getElementById('old')?.setAttribute('data-leadside-dock', '')
    begin(leadA)
    expect(document.querySelectorAll('[data-leadside-dock]')).toHaveLength(0)
  })

  it('F11 starts the frame anew and asks again when the page comes back from the cache', async () => {
    const { dock, names } = begin(leadA)
    await settle()
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }))
    expect(dock.restart).not.toHaveBeenCalled()
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
    await settle()
    expect(dock.restart).toHaveBeenCalledTimes(1)
    expect(names()).toEqual(['record.seen', 'record.seen'])
  })

  it('F08 F09 says once that the extension is gone, then does nothing any more', async () => {
    const { dock, state, sent } = begin(leadA)
    await settle()
    state.alive = false
    vi.advanceTimersByTime(1_000)
    expect(dock.orphan).toHaveBeenCalledTimes(1)
    await go(leadB)
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
    setHidden(false)
    vi.advanceTimersByTime(60_000)
    expect(dock.orphan).toHaveBeenCalledTimes(1)
    expect(dock.blank).not.toHaveBeenCalled()
    expect(sent).toHaveLength(1)
  })

  it('S30 works where the page named its elements after the document\'s properties', async () => {
    const hidden = ['documentElement', 'querySelectorAll', 'visibilityState', 'createElement'] as const
    for (const name of hidden) Object.defineProperty(document, name, { value: document.body, configurable: true })
    try {
      const { dock } = begin(leadA)
      await settle()
      expect(dock.mount).toHaveBeenCalledTimes(1)
    } finally {
      for (const name of hidden) Reflect.deleteProperty(document, name)
    }
  })
})
