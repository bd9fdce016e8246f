import type { DockPlace } from '@/lib/bus/protocol/loader'
import { narrowest, rail } from './style'

export const widest = 720
/** A press that moves less is a click, CSS pixels. */
const slack = 4

/** Changes the place; `save` when the change is complete and to be remembered. */
export type Change = (part: Partial<DockPlace>, save: boolean) => void

const within = (low: number, value: number, high: number) => Math.max(low, Math.min(value, high))

/** Follows a pressed pointer, over frames too. `moved` hears its position once it is a drag, `done` whether it was one. */
function follow(target: HTMLElement, moved: (x: number, y: number) => void, done: (dragged: boolean) => void): void {
  target.addEventListener('pointerdown', (down) => {
    let dragged = false
    target.setPointerCapture(down.pointerId)
    target.onpointermove = ({ clientX, clientY }) => {
      dragged ||= Math.hypot(clientX - down.clientX, clientY - down.clientY) > slack
      if (dragged) moved(clientX, clientY)
    }
    target.onpointerup = target.onpointercancel = () => {
      target.onpointermove = target.onpointerup = target.onpointercancel = null
      done(dragged)
    }
  })
}

/** Moves the handle by dragging and, anywhere in its group, by arrow keys. Returns the step for the buttons; `pressed` hears of plain clicks. */
export function letMove(handle: HTMLElement, group: HTMLElement, place: () => DockPlace, change: Change, pressed: () => void): (by: number) => void {
  const step = (by: number) => change({ top: within(5, place().top + by, 90) }, true)
  let dragged = false
  follow(handle, (x, y) => change({ side: x < innerWidth / 2 ? 'left' : 'right', top: within(5, (y / innerHeight) * 100, 90) }, false), (was) => {
    dragged = was
    if (was) change({}, true)
  })
  handle.addEventListener('click', () => {
    if (!dragged) pressed()
    dragged = false
  })
  group.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowUp') step(-5)
    else if (key === 'ArrowDown') step(5)
    else if (key === 'ArrowLeft') change({ side: 'left' }, true)
    else if (key === 'ArrowRight') change({ side: 'right' }, true)
  })
  return step
}

/** Resizes the panel by dragging, by arrow keys, and step by step with clicks. */
export function letResize(separator: HTMLElement, place: () => DockPlace, change: Change): void {
  const set = (width: number, save: boolean) => change({ width: within(narrowest, Math.round(width), widest) }, save)
  follow(separator, (x) => set((place().side === 'left' ? x : innerWidth - x) - rail, false), (dragged) => {
    const { width } = place()
    set(dragged ? width : width >= widest ? narrowest : width + 80, true)
  })
  separator.addEventListener('keydown', ({ key }) => {
    const outwards = { ArrowLeft: 16, ArrowRight: -16 }[key]
    if (outwards) set(place().width + (place().side === 'left' ? -outwards : outwards), true)
  })
}
