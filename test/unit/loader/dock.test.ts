// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDock } from '@/entrypoints/crm-dock/dock'
import { createFakeApi, keyA, keyB, noteShadowRoots, place, setHidden, settle, texts } from './stage'

const marker = '[data-leadside-dock]'
const states: { alive: boolean }[] = []

function begin(change: Partial<typeof place> = {}, canOpenSidePanel = true) {
  const roots = noteShadowRoots()
  const background = createFakeApi()
  states.push(background.state)
  const dock = createDock({ place: { ...place, ...change }, texts, canOpenSidePanel }, background.api)
  const root = roots.at(-1)
  if (!root) throw new Error('no shadow root')
  const find = <T extends HTMLElement>(selector: string) => root.querySelector<T>(selector)
  const frame = () => find<HTMLIFrameElement>('iframe')
  const shown = () => frame()?.classList.contains('on') ?? false
  const saved = () => background.sent.filter(({ name }) => name === 'dock.place').map(({ payload }) => payload)
  /** A dock whose panel shows the record. */
  async function show(key: string): Promise<void> {
    dock.turnTo(key)
    dock.mount()
    await settle()
    dock.hear({ leadside: 1, signal: 'hello' })
    dock.hear({ leadside: 1, signal: 'painted', key })
  }
  const press = (target: Element | null, key: string) => target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }))
  return { ...background, dock, root, find, frame, shown, saved, show, press }
}

beforeEach(() => {
  vi.useFakeTimers()
  // The test's browser complains of frames unless it may load them; it loads none but blank ones here.
  Object.assign(Reflect.get(window, 'happyDOM').settings, { enableIframePageLoading: true })
  Document.prototype.elementsFromPoint = () => []
  setHidden(false)
})
afterEach(() => {
  vi.clearAllTimers()
  vi.useRealTimers()
  // A dock whose extension is gone does not fight for its place.
  for (const state of states) state.alive = false
  for (const host of document.querySelectorAll(marker)) host.remove()
})

describe('the frame', () => {
  it('carries a one-time ticket, may write to the clipboard, and has a name', async () => {
    const { dock, frame, names } = begin()
    dock.turnTo(keyA)
    dock.mount()
    await settle()
    expect(names()).toEqual(['panel.ticket'])
    expect(frame()?.getAttribute('src')).toBe('about:blank?/sidepanel.html#t1')
    expect(frame()?.getAttribute('allow')).toBe('clipboard-write')
    expect(frame()?.title).toBe('Leadside')
  })

  it('is shown when its fresh document has proved itself', async () => {
    const { dock, shown } = begin()
    dock.turnTo(keyA)
    dock.mount()
    await settle()
    expect(shown()).toBe(false)
    dock.hear({ leadside: 1, signal: 'hello' })
    expect(shown()).toBe(true)
  })

  it('F12 is hidden from the first sign of another record until that one is painted', async () => {
    const { dock, frame, shown, show } = begin()
    await show(keyA)
    const first = frame()
    dock.blank()
    expect(shown()).toBe(false)
    expect(first?.hasAttribute('inert')).toBe(true)
    dock.turnTo(keyB)
    dock.hear({ leadside: 1, signal: 'painted', key: keyA })
    dock.hear({ leadside: 1, signal: 'hello' })
    expect(shown()).toBe(false)
    dock.hear({ leadside: 1, signal: 'painted', key: keyB })
    expect(shown()).toBe(true)
    expect(frame()).toBe(first)
  })

  it('comes back unchanged when the navigation was cancelled', async () => {
    const { dock, shown, show } = begin()
    await show(keyA)
    dock.blank()
    dock.turnTo(keyA)
    expect(shown()).toBe(true)
  })

  it('waits for a new painting on the way back: A, B, A', async () => {
    const { dock, shown, show } = begin()
    await show(keyA)
    dock.turnTo(keyB)
    dock.turnTo(keyA)
    expect(shown()).toBe(false)
    dock.hear({ leadside: 1, signal: 'painted', key: keyA })
    expect(shown()).toBe(true)
  })

  it('takes an empty key for "nobody on the screen"', async () => {
    const { dock, shown, show } = begin()
    await show(keyA)
    dock.turnTo(keyB)
    dock.hear({ leadside: 1, signal: 'painted', key: '' })
    expect(shown()).toBe(true)
  })

  it('is made anew when it does not paint the new record', async () => {
    const { dock, frame, names, show } = begin()
    await show(keyA)
    const first = frame()
    dock.turnTo(keyB)
    vi.advanceTimersByTime(3_000)
    await settle()
    expect(names()).toEqual(['panel.ticket', 'panel.ticket'])
    expect(frame()).not.toBe(first)
  })

  it('F45 is taken down 30 seconds after the tab was hidden, and made anew when it is seen again', async () => {
    const { frame, show } = begin()
    await show(keyA)
    setHidden(true)
    vi.advanceTimersByTime(29_000)
    expect(frame()).not.toBeNull()
    vi.advanceTimersByTime(1_000)
    expect(frame()).toBeNull()
    setHidden(false)
    await settle()
    expect(frame()).not.toBeNull()
  })

  it('outlives a page without record, and lives no longer than 30 seconds there', async () => {
    const { dock, frame, find, show } = begin()
    await show(keyA)
    const first = frame()
    dock.turnTo(undefined)
    expect(find('.dock')?.style.display).toBe('none')
    dock.turnTo(keyB)
    expect(frame()).toBe(first)
    dock.turnTo(undefined)
    vi.advanceTimersByTime(30_000)
    expect(frame()).toBeNull()
  })

  it('does not outlive a change of record while nobody sees it: its last picture is another person', async () => {
    const { dock, frame, show } = begin()
    await show(keyA)
    dock.hear({ leadside: 1, signal: 'close' })
    expect(frame()).not.toBeNull()
    dock.turnTo(keyB)
    expect(frame()).toBeNull()
  })

  it('S18 is rebuilt with another ticket when its document is not known, at most three times a record', async () => {
    const { dock, names, show } = begin()
    await show(keyA)
    for (let turn = 0; turn < 10; turn += 1) {
      dock.hear({ leadside: 1, signal: 'need-ticket' })
      await settle()
    }
    expect(names().filter((name) => name === 'panel.ticket')).toHaveLength(4)
  })
})

describe('F33 a page that keeps the frame out', () => {
  it('is named, with the browser\'s side panel as the way out', async () => {
    const { dock, find, names } = begin()
    dock.turnTo(keyA)
    dock.mount()
    await settle()
    vi.advanceTimersByTime(4_000)
    expect(find('.note')?.textContent).toContain('Blocked here.')
    find('.note button')?.click()
    await settle()
    expect(names()).toContain('sidepanel.open')
    expect(find('.dock')?.classList.contains('open')).toBe(false)
  })

  it('names the toolbar button where the dock cannot open the side panel', async () => {
    const { dock, find } = begin({}, false)
    dock.turnTo(keyA)
    dock.mount()
    await settle()
    vi.advanceTimersByTime(4_000)
    expect(find('.note')?.textContent).toBe('Blocked here. Use the toolbar button.')
    expect(find('.note button')).toBeNull()
  })

  it('was only slow if the panel reports after all', async () => {
    const { dock, find, shown } = begin()
    dock.turnTo(keyA)
    dock.mount()
    await settle()
    vi.advanceTimersByTime(4_000)
    dock.hear({ leadside: 1, signal: 'hello' })
    expect(find('.note')).toBeNull()
    expect(shown()).toBe(true)
  })
})

describe('the handle', () => {
  it('opens and closes by click, command and Escape, and is remembered', async () => {
    const { dock, find, press, saved, show } = begin({ open: false })
    await show(keyA)
    const handle = find('.handle')
    expect(handle?.getAttribute('aria-label')).toBe('Open Leadside')
    handle?.click()
    expect(handle?.getAttribute('aria-expanded')).toBe('true')
    press(handle, 'Escape')
    expect(handle?.getAttribute('aria-expanded')).toBe('false')
    dock.hear({ leadside: 1, signal: 'toggle' })
    expect(saved().map((change) => (change as typeof place).open)).toEqual([true, false, true])
  })

  it('takes no frame while it is closed', async () => {
    const { dock, names } = begin({ open: false })
    dock.turnTo(keyA)
    dock.mount()
    await settle()
    expect(names()).toEqual([])
  })

  it('moves with buttons and arrow keys, without dragging', async () => {
    const { root, press, saved, show, find } = begin()
    await show(keyA)
    const [side, up, down] = root.querySelectorAll<HTMLElement>('.move')
    side?.click()
    up?.click()
    up?.click()
    down?.click()
    press(find('.handle'), 'ArrowRight')
    press(find('.handle'), 'ArrowDown')
    expect(saved()).toEqual([{ side: 'left' }, { top: 35 }, { top: 30 }, { top: 35 }, { side: 'right' }, { top: 40 }].reduce<(typeof place)[]>(
      (all, part) => [...all, { ...(all.at(-1) ?? place), ...part } as typeof place], []))
  })

  it('stays between 320 and 720 pixels, by keyboard too', async () => {
    const { press, find, saved, show } = begin({ width: 700 })
    await show(keyA)
    const size = find('.size')
    press(size, 'ArrowLeft')
    press(size, 'ArrowLeft')
    for (let turn = 0; turn < 40; turn += 1) press(size, 'ArrowRight')
    const widths = saved().map((change) => (change as typeof place).width)
    expect([widths[0], widths[1], widths.at(-1)]).toEqual([716, 720, 320])
    expect(size?.getAttribute('aria-valuenow')).toBe('320')
  })

  it('keeps its keys from the page\'s shortcuts', async () => {
    const { press, find, show } = begin()
    await show(keyA)
    const heard = vi.fn()
    document.documentElement.addEventListener('keydown', heard)
    press(find('.handle'), 'ArrowUp')
    expect(heard).not.toHaveBeenCalled()
  })

  it('gives the keyboard to the panel that the command opened, and takes it back when it closes', async () => {
    const { dock, root, find, frame, show } = begin({ open: false })
    await show(keyA)
    dock.hear({ leadside: 1, signal: 'toggle' })
    await settle()
    dock.hear({ leadside: 1, signal: 'hello' })
    expect(root.activeElement).toBe(frame())
    dock.hear({ leadside: 1, signal: 'close' })
    expect(root.activeElement).toBe(find('.handle'))
  })
})

describe('in the page', () => {
  it('S21 S22 is one element without text, its root closed', async () => {
    const { show } = begin()
    await show(keyA)
    const hosts = document.querySelectorAll<HTMLElement>(marker)
    expect(hosts).toHaveLength(1)
    expect(hosts[0]?.parentElement).toBe(document.documentElement)
    expect(hosts[0]?.shadowRoot).toBeNull()
    expect(hosts[0]?.textContent).toBe('')
    expect(hosts[0]?.style.zIndex).toBe('7500')
  })

  it('S26 is put back three times with a fresh frame, then given up', async () => {
    vi.useRealTimers()
    const { names, show } = begin()
    await show(keyA)
    const present: number[] = []
    for (let turn = 0; turn < 5; turn += 1) {
      document.querySelector(marker)?.remove()
      await new Promise((done) => setTimeout(done, 20))
      present.push(document.querySelectorAll(marker).length)
    }
    expect(present).toEqual([1, 1, 1, 0, 0])
    expect(names().filter((name) => name === 'panel.ticket')).toHaveLength(4)
  })

  it('F10 gives way to the host of a newer loader', async () => {
    vi.useRealTimers()
    const { show } = begin()
    await show(keyA)
    const newer = document.createElement('div')
    newer.setAttribute('data-leadside-dock', '')
    document.querySelector(marker)?.replaceWith(newer)
    await new Promise((done) => setTimeout(done, 20))
    expect([...document.querySelectorAll(marker)]).toEqual([newer])
  })

  it('F08 keeps one sentence after an update, gone with a click', async () => {
    const { dock, root, find, frame, show } = begin()
    await show(keyA)
    dock.orphan()
    expect(frame()).toBeNull()
    expect(find('.dock')?.textContent).toBe('Leadside was updated: reload this page')
    expect(root.querySelectorAll('button')).toHaveLength(1)
    find('button')?.click()
    expect(document.querySelectorAll(marker)).toHaveLength(0)
  })

  it('F08 leaves nothing after an update where no dock was to be seen', async () => {
    const { dock, show } = begin()
    await show(keyA)
    dock.turnTo(undefined)
    dock.orphan()
    expect(document.querySelectorAll(marker)).toHaveLength(0)
  })
})
