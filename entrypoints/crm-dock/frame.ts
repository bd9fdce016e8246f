import type { Api } from '../crm-loader/api'
import { h } from './h'

/** How long the panel's document may take to prove itself before the page is taken to block it. */
const patienceMs = 4_000

export interface PanelFrame {
  element(): HTMLIFrameElement | undefined
  /** Asks for a ticket and loads the panel; false where it is there or under way. */
  make(): boolean
  drop(): void
  /** The document inside proved itself. */
  greeted(): void
  isGreeted(): boolean
  show(on: boolean): void
}

/** The panel's document in `box`, hidden until shown; `stuck` hears whether the page keeps it from loading. */
export function createFrame(box: HTMLElement, title: string, api: Api, stuck: (yes: boolean) => void): PanelFrame {
  let element: HTMLIFrameElement | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let state: 'none' | 'making' | 'greeted' = 'none'
  /** A ticket asked for before a `drop` belongs to an earlier turn. */
  let turn = 0

  async function load(mine: number): Promise<void> {
    const answer = await api.ask('panel.ticket', {})
    if (mine !== turn) return
    if (!answer) {
      state = 'none'
      return
    }
    element = h('iframe', { src: `${api.url('/sidepanel.html')}#${answer.ticket}`, title, allow: 'clipboard-write', inert: '' })
    box.append(element)
    timer = setTimeout(() => stuck(true), patienceMs)
  }

  return {
    element: () => element,
    isGreeted: () => state === 'greeted',
    make() {
      if (state !== 'none') return false
      state = 'making'
      void load(turn)
      return true
    },
    drop() {
      turn += 1
      state = 'none'
      clearTimeout(timer)
      element?.remove()
      element = undefined
      stuck(false)
    },
    greeted() {
      state = 'greeted'
      clearTimeout(timer)
      stuck(false)
    },
    show(on) {
      element?.classList.toggle('on', on)
      element?.toggleAttribute('inert', !on)
    },
  }
}
