import { vi } from 'vitest'
import type { Api } from '@/entrypoints/crm-loader/api'
import type { DockPlace, DockTexts, LoaderSignal } from '@/lib/bus/protocol/loader'

export const leadA = 'https://acme.lightning.force.com/lightning/r/Lead/00Q7Q00000KmTreUAF/view'
export const leadB = 'https://acme.lightning.force.com/lightning/r/Contact/0037Q00000ZuLopQAF/view'
export const list = 'https://acme.lightning.force.com/lightning/o/Lead/list'
export const keyA = 'salesforce:acme.my.salesforce.com:lead:00Q7Q00000KmTreUAF'
export const keyB = 'salesforce:acme.my.salesforce.com:contact:0037Q00000ZuLopQAF'

export const texts: DockTexts = {
  handleOpen: 'Open Leadside', handleClose: 'Close Leadside', frameTitle: 'Leadside', resize: 'Width', updated: 'Leadside was updated: reload this page',
  blocked: 'Blocked here.', openSidePanel: 'Open side panel', useToolbar: 'Use the toolbar button.', moveSide: 'Other side', moveUp: 'Up', moveDown: 'Down',
}
export const place: DockPlace = { side: 'right', top: 40, width: 380, open: true }

/** A background as the loader sees it: every message is written down and answered from `answers`. */
export function createFakeApi() {
  const sent: { name: string; payload: unknown }[] = []
  const heard: ((signal: LoaderSignal) => void)[] = []
  const state = { alive: true }
  const answers: Record<string, () => unknown> = {
    'record.seen': () => ({ known: true, key: '', place, texts, canOpenSidePanel: true }),
    'panel.ticket': () => ({ ticket: `t${sent.filter(({ name }) => name === 'panel.ticket').length}` }),
    'sidepanel.open': () => ({ opened: true }),
  }
  const ask = vi.fn(async (name: string, payload: unknown) => {
    sent.push({ name, payload })
    return answers[name]?.() ?? null
  })
  const api: Api = {
    isAlive: () => state.alive,
    ask: ask as unknown as Api['ask'],
    onSignal: (listener) => void heard.push(listener),
    url: (path) => `about:blank?${path}`,
  }
  return {
    api, sent, answers, state,
    names: () => sent.map(({ name }) => name),
    signal: (signal: LoaderSignal) => heard.forEach((listener) => listener(signal)),
  }
}

/** The closed shadow root of the dock, noted when it is made. */
export function noteShadowRoots(): ShadowRoot[] {
  const roots: ShadowRoot[] = []
  const attach = Element.prototype.attachShadow
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init: ShadowRootInit) {
    const root = attach.call(this, init)
    roots.push(root)
    return root
  })
  return roots
}

export function setHidden(hidden: boolean): void {
  vi.spyOn(Document.prototype, 'visibilityState', 'get').mockReturnValue(hidden ? 'hidden' : 'visible')
  window.dispatchEvent(new Event('visibilitychange'))
}

export const settle = async () => { for (let turn = 0; turn < 10; turn += 1) await Promise.resolve() }
