import type { DockPlace, DockTexts, LoaderSignal } from '@/lib/bus/protocol/loader'
import { ask } from '../crm-loader/api'
import { createFrame } from './frame'
import { createHost } from './host'
import { createHandle } from './handle'
import { lookAtFrame } from './look-at-frame'
import { style } from './style'

export interface Dock {
  /** Hides what is shown, at once: the page is about to show somebody else. */
  hide(): void
  /** The navigation was cancelled: the same record as before. */
  unhide(): void
  /** Shows the dock for a record; the frame stays hidden until the panel has painted it. */
  show(key: string): void
  /** No record here: nothing of ours is in the page, the frame lives on. */
  retire(): void
  hear(signal: LoaderSignal): void
  /** Says once that the extension was updated. */
  orphan(): void
}

/** The handle at the edge and the framed panel. */
export function createDock({ place: start, texts, canOpenSidePanel }: { place: DockPlace; texts: DockTexts; canOpenSidePanel: boolean }): Dock {
  const place: DockPlace = { ...start }
  const { root, attach, detach, host } = createHost()
  let wanted: string | undefined
  let painted: string | undefined

  const frame = createFrame(root, texts, { canOpenSidePanel, use: () => void ask('sidepanel.open', {}) })
  const handle = createHandle(root, texts, { toggle: () => set({ open: !place.open }), change: set, place: () => place })
  root.prepend(Object.assign(document.createElement('style'), { textContent: style }))

  function set(change: Partial<DockPlace>): void {
    Object.assign(place, change)
    draw()
    void ask('dock.place', place)
  }

  function draw(): void {
    const width = Math.max(320, Math.min(place.width, innerWidth - 40))
    frame.put(place.side, width, place.open, painted === wanted)
    handle.put(place, place.open ? width : 0)
  }

  addEventListener('resize', draw)
  document.addEventListener('visibilitychange', () => frame.sleepWhenHidden(place.open))

  return {
    hide() {
      painted = undefined
      draw()
    },
    unhide: draw,
    show(key) {
      wanted = key
      attach()
      draw()
    },
    retire() {
      wanted = undefined
      painted = undefined
      draw()
      host.style.setProperty('display', 'none', 'important')
    },
    hear(signal) {
      if (signal.signal === 'painted') {
        painted = signal.key
        if (painted === wanted) draw()
      } else if (signal.signal === 'hello') frame.arrived()
      else if (signal.signal === 'toggle') set({ open: !place.open })
      else if (signal.signal === 'close') {
        set({ open: false })
        handle.focus()
      } else if (signal.signal === 'need-ticket') frame.rebuild()
      else if (signal.signal === 'report-frame') void ask('dock.seen', lookAtFrame(host, frame.element()))
    },
    orphan() {
      if (wanted === undefined) return detach()
      frame.say(texts.updated)
      handle.remove()
    },
  }
}
