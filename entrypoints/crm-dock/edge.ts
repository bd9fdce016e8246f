import type { DockPlace, DockTexts } from '@/lib/bus/protocol/loader'
import * as page from '../crm-loader/dom'
import { h } from './h'
import { letMove, letResize, widest, type Change } from './moves'
import { findGap, findTop } from './slot'
import { handleHeight, narrowest, rail, style } from './style'

/** What stands at the edge of the window: the handle, its buttons, the edge that resizes, and the box for the frame. */
export function createEdge(host: HTMLElement, root: ShadowRoot, texts: DockTexts, place: () => DockPlace, change: Change) {
  const button = (label: string, sign: string, press: () => void) => {
    const made = h('button', { type: 'button', class: 'move', 'aria-label': label, title: label }, sign)
    made.onclick = press
    return made
  }
  const handle = h('button', { type: 'button', class: 'handle', 'aria-controls': 'body' })
  const size = h('div', { class: 'size', role: 'separator', tabindex: '0', 'aria-orientation': 'vertical', 'aria-label': texts.resize, 'aria-valuemin': String(narrowest), 'aria-valuemax': String(widest) })
  const box = h('div', { class: 'body', id: 'body' })
  const group = h('div', { class: 'group', role: 'group', 'aria-label': texts.frameTitle }, handle)
  const dock = h('div', {}, h('div', { class: 'rail' }, size, group), box)
  const step = letMove(handle, group, place, change, () => change({ open: !place().open }, true))
  letResize(size, place, change)
  group.append(
    button(texts.moveSide, '⇄', () => change({ side: place().side === 'left' ? 'right' : 'left' }, true)),
    button(texts.moveUp, '↑', () => step(-5)),
    button(texts.moveDown, '↓', () => step(5)),
  )
  root.append(h('style', {}, style), dock)

  /** Beside a scroll bar and off the page's controls while closed; where it was wished while open. */
  function put({ side, open, top }: DockPlace): void {
    const wished = (top / 100) * innerHeight - handleHeight / 2
    const gap = open || side === 'left' ? 0 : findGap(host, wished)
    const x = side === 'left' ? rail / 2 : page.root().clientWidth - gap - rail / 2
    dock.style.marginRight = `${gap}px`
    group.style.top = `${open ? Math.max(0, Math.min(wished, innerHeight - handleHeight - 72)) : findTop(host, x, wished, handleHeight)}px`
  }

  return {
    box,
    focus: () => handle.focus(),
    draw(shown: boolean) {
      const { side, open, width } = place()
      const label = open ? texts.handleClose : texts.handleOpen
      dock.className = `dock ${side}${open ? ' open' : ''}`
      dock.style.display = shown ? '' : 'none'
      dock.style.setProperty('--width', `${width}px`)
      handle.textContent = texts.frameTitle
      for (const [name, value] of [['aria-label', label], ['title', label], ['aria-expanded', String(open)]] as const) handle.setAttribute(name, value)
      size.setAttribute('aria-valuenow', String(width))
      if (shown) put(place())
    },
    /** One sentence in place of everything; a click removes it. */
    last(text: string) {
      const note = h('button', { type: 'button', class: 'last' }, text)
      note.onclick = () => host.remove()
      dock.className = `dock ${place().side}`
      dock.replaceChildren(h('div', { role: 'status' }, note))
    },
  }
}
