import type { DockPlace, DockTexts } from '@/lib/bus/protocol/loader'

interface HandleDeps { toggle(): void; change(change: Partial<DockPlace>): void; place(): DockPlace }

/** Room for the page's own scroll bar between the handle and the edge. */
const gutter = 18
const step = 5
const clamp = (low: number, value: number, high: number) => Math.max(low, Math.min(value, high))

/** The slim handle (click, drag, or its small buttons) and the edge that resizes the panel. */
export function createHandle(root: ShadowRoot, texts: DockTexts, { toggle, change, place }: HandleDeps) {
  const tab = Object.assign(document.createElement('div'), { className: 'tab' })
  const button = (className: string, text: string, label: string, click: () => void) => {
    const made = Object.assign(document.createElement('button'), { type: 'button', className, textContent: text, title: label, onclick: click })
    made.setAttribute('aria-label', label)
    tab.append(made)
    return made
  }
  const main = button('main', 'L', texts.handleOpen, () => moved || toggle())
  button('more', '⇄', texts.moveSide, () => change({ side: place().side === 'right' ? 'left' : 'right' }))
  button('more', '▴', texts.moveUp, () => change({ top: clamp(5, place().top - step, 90) }))
  button('more', '▾', texts.moveDown, () => change({ top: clamp(5, place().top + step, 90) }))
  const edge = Object.assign(document.createElement('div'), { className: 'edge', tabIndex: 0 })
  for (const [name, value] of [['role', 'separator'], ['aria-orientation', 'vertical'], ['aria-label', texts.resize], ['aria-valuemin', '320'], ['aria-valuemax', '720']] as const) edge.setAttribute(name, value)
  root.append(tab, edge)

  let moved = false
  main.addEventListener('pointerdown', (down) => {
    moved = false
    main.setPointerCapture(down.pointerId)
    main.onpointermove = (move) => {
      if (!moved && Math.abs(move.clientY - down.clientY) < 4) return
      moved = true
      tab.style.top = `${clamp(5, (move.clientY / innerHeight) * 100, 90)}%`
    }
  })
  main.addEventListener('pointerup', (up) => {
    main.onpointermove = null
    if (moved) change({ top: clamp(5, (up.clientY / innerHeight) * 100, 90), side: up.clientX < innerWidth / 2 ? 'left' : 'right' })
  })
  main.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && place().open) toggle()
  })
  const wide = (width: number) => change({ width: clamp(320, Math.round(width), 720) })
  const fromPointer = (x: number) => (place().side === 'right' ? innerWidth - x : x)
  edge.addEventListener('pointerdown', (down) => edge.setPointerCapture(down.pointerId))
  edge.addEventListener('pointerup', (up) => wide(fromPointer(up.clientX)))
  edge.addEventListener('keydown', (event) => {
    const grow = { ArrowLeft: 20, ArrowRight: -20 }[event.key]
    if (grow) wide(place().width + (place().side === 'right' ? grow : -grow))
  })

  return {
    put({ side, top, open }: DockPlace, width: number) {
      tab.style.cssText = `top:${top}%;${side}:${open ? width : gutter}px`
      edge.style.cssText = `${side}:${width - 3}px;${open ? '' : 'display:none'}`
      edge.setAttribute('aria-valuenow', String(width))
      main.setAttribute('aria-expanded', String(open))
      main.setAttribute('aria-label', open ? texts.handleClose : texts.handleOpen)
      main.title = open ? texts.handleClose : texts.handleOpen
    },
    focus: () => main.focus(),
    remove() {
      tab.remove()
      edge.remove()
    },
  }
}
