import type { DockPlace, DockTexts, LoaderSignal } from '@/lib/bus/protocol/loader'
import type { Api } from '../crm-loader/api'
import * as page from '../crm-loader/dom'
import { createEdge } from './edge'
import { createFrame } from './frame'
import { h } from './h'
import { createHost } from './host'
import { lookAtFrame } from './look-at-frame'

/** A panel nobody can see is taken down after this long. */
const sleepMs = 30_000
/** A panel that has not painted its record by then is made anew. */
const paintMs = 3_000
/** The handle looks for a free place again once the page has filled in. */
const fillMs = 2_000
const rebuilds = 3

export interface Dock {
  /** Hides the person, at once: the page is about to show somebody else. */
  blank(): void
  /** The address is decided. The same record: as before. Another: hidden until the panel painted it. None: gone. */
  turnTo(key: string | undefined): void
  /** The background knows the record: the dock may be seen. */
  mount(): void
  retire(): void
  /** The page came back from the browser's cache with a frame nobody knows any more. */
  restart(): void
  hear(signal: LoaderSignal): void
  /** The extension was replaced: says so once, instead of everything. */
  orphan(): void
}

export interface DockStart { place: DockPlace; texts: DockTexts; canOpenSidePanel: boolean }

/** The handle at the window's edge and the framed panel. */
export function createDock({ place: start, texts, canOpenSidePanel }: DockStart, api: Api): Dock {
  let place: DockPlace = { ...start }
  let mounted = false
  let wanted: string | undefined
  let painted: string | undefined
  /** Whom the frame was made for: until the address changes it cannot hold anybody else's picture. */
  let madeFor: string | undefined
  let leaving = false
  let focusNext = false
  let left = rebuilds
  let sleep: ReturnType<typeof setTimeout> | undefined
  let painting: ReturnType<typeof setTimeout> | undefined
  const { host, root, attach } = createHost(api, restart)
  const edge = createEdge(host, root, texts, () => place, change)
  const frame = createFrame(edge.box, texts.frameTitle, api, block)

  function change(part: Partial<DockPlace>, save: boolean): void {
    place = { ...place, ...part }
    draw()
    if (save) void api.ask('dock.place', place)
  }

  function draw(): void {
    const shown = mounted && wanted !== undefined
    const drawn = shown && place.open
    const ready = drawn && !leaving && painted === wanted
    edge.draw(shown)
    frame.show(ready)
    if (ready && focusNext) {
      focusNext = false
      frame.element()?.focus()
    }
    if (drawn && !page.isHidden()) {
      clearTimeout(sleep)
      sleep = undefined
      if (frame.make()) madeFor = wanted
    } else sleep ??= setTimeout(frame.drop, sleepMs)
  }

  function retire(): void {
    mounted = false
    painted = undefined
    draw()
  }

  function restart(): void {
    painted = undefined
    frame.drop()
    draw()
  }

  function block(blocked: boolean): void {
    edge.box.classList.toggle('stuck', blocked)
    edge.box.querySelector('.note')?.remove()
    if (!blocked) return
    const note = h('div', { class: 'note', role: 'status' }, texts.blocked)
    if (canOpenSidePanel) note.append(h('button', { type: 'button' }, texts.openSidePanel))
    else note.append(` ${texts.useToolbar}`)
    note.addEventListener('click', async ({ target }) => {
      if (target === note) return
      const answer = await api.ask('sidepanel.open', {})
      if (answer?.opened) change({ open: false }, false)
    })
    edge.box.prepend(note)
  }

  // Keys pressed on the dock are not the page's shortcuts.
  for (const type of ['keydown', 'keyup', 'keypress'] as const) host.addEventListener(type, (event) => event.stopPropagation())
  root.addEventListener('keydown', (event) => (event as KeyboardEvent).key === 'Escape' && place.open && change({ open: false }, true))
  addEventListener('resize', draw)
  addEventListener('visibilitychange', draw)

  return {
    retire,
    restart,
    blank() {
      leaving = true
      draw()
    },
    turnTo(key) {
      const moved = key !== wanted
      if (!moved && !leaving) return
      leaving = false
      wanted = key
      if (moved) {
        painted = madeFor = undefined
        left = rebuilds
        // It would paint the new person unseen, and come back with the picture of the old one.
        if (key && (!place.open || page.isHidden())) frame.drop()
        clearTimeout(painting)
        painting = setTimeout(() => painted !== wanted && frame.isGreeted() && restart(), paintMs)
      }
      draw()
    },
    mount() {
      attach()
      mounted = true
      draw()
      setTimeout(draw, fillMs)
    },
    hear(signal) {
      switch (signal.signal) {
        case 'painted':
          painted = signal.key || wanted
          return draw()
        case 'hello':
          frame.greeted()
          if (madeFor === wanted) painted = wanted
          return draw()
        case 'toggle':
          if (!mounted) return
          focusNext = !place.open
          return change({ open: !place.open }, true)
        case 'close':
          change({ open: false }, true)
          return edge.focus()
        case 'focus-page':
          return frame.element()?.blur()
        case 'need-ticket':
          if (left-- > 0) restart()
          return
        case 'report-frame':
          void api.ask('dock.seen', lookAtFrame(host, frame.element()))
      }
    },
    orphan() {
      removeEventListener('resize', draw)
      removeEventListener('visibilitychange', draw)
      clearTimeout(sleep)
      clearTimeout(painting)
      frame.drop()
      if (mounted && wanted !== undefined) edge.last(texts.updated)
      else host.remove()
    },
  }
}
