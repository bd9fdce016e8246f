import type { DockTexts } from '@/lib/bus/protocol/loader'
import { ask, panelUrl } from '../crm-loader/api'

/** A frame that has not proved itself by then cannot load on this page. */
const arriveMs = 6_000
const sleepMs = 30_000

/** The panel's frame: made when first opened, kept across navigation, taken out of tabs nobody looks at. */
export function createFrame(root: ShadowRoot, texts: DockTexts, sidePanel: { canOpenSidePanel: boolean; use(): void }) {
  let element: HTMLIFrameElement | undefined
  let note: HTMLElement | undefined
  let making = false
  let shape = ''
  let timer = 0
  let sleeping = 0

  async function make(): Promise<void> {
    if (making || element) return
    making = true
    const reply = await ask('panel.ticket', {})
    making = false
    if (!reply) return
    element = Object.assign(document.createElement('iframe'), { className: 'frame', title: texts.frameTitle, src: panelUrl(reply.ticket) })
    element.allow = 'clipboard-write'
    element.style.cssText = shape
    root.append(element)
    timer = window.setTimeout(blocked, arriveMs)
  }

  function drop(): void {
    clearTimeout(timer)
    element?.remove()
    element = undefined
  }

  function say(text: string, button?: { text: string; click(): void }): void {
    drop()
    note?.remove()
    note = Object.assign(document.createElement('div'), { className: 'note', textContent: text })
    note.setAttribute('role', 'status')
    note.style.cssText = shape.replace('visibility:hidden', '')
    if (button) note.append(Object.assign(document.createElement('button'), { className: 'act', textContent: button.text, onclick: button.click }))
    root.append(note)
  }

  function blocked(): void {
    say(sidePanel.canOpenSidePanel ? texts.blocked : `${texts.blocked} ${texts.useToolbar}`, sidePanel.canOpenSidePanel ? { text: texts.openSidePanel, click: sidePanel.use } : undefined)
  }

  return {
    element: () => element,
    /** Puts the frame where it belongs; hidden while it does not show the page's record. */
    put(side: 'left' | 'right', width: number, open: boolean, ready: boolean) {
      shape = `${side}:0;width:${width}px;${open ? '' : 'display:none;'}${ready ? '' : 'visibility:hidden'}`
      if (element) element.style.cssText = shape
      if (note) note.style.cssText = shape.replace('visibility:hidden', '')
      if (open && !note && document.visibilityState === 'visible') void make()
    },
    arrived: () => clearTimeout(timer),
    rebuild() {
      drop()
      void make()
    },
    say,
    sleepWhenHidden(open: boolean) {
      clearTimeout(sleeping)
      if (document.visibilityState === 'hidden') sleeping = window.setTimeout(drop, sleepMs)
      else if (open && !note) void make()
    },
  }
}
