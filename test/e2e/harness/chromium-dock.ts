import type { BrowserContext, Page } from '@playwright/test'
import { waitFor } from './wait.ts'

interface DomNode { nodeId: number; backendNodeId: number; nodeName: string; attributes?: string[]; children?: DomNode[]; shadowRoots?: DomNode[]; contentDocument?: DomNode }

export interface Dock {
  /** Runs `function (...) {}` with the first element in the dock's closed root that matches; waits for it. */
  on<T>(selector: string, code: string): Promise<T>
  text(): Promise<string>
  click(selector: string): Promise<void>
  focus(selector: string): Promise<void>
  box(selector: string): Promise<{ x: number; y: number; width: number; height: number }>
}

/** The dock's closed shadow root, seen through the debugger; the page itself cannot. */
export function dockOf(context: BrowserContext, page: Page): Dock {
  async function rootObject(): Promise<{ objectId: string; call: <T>(code: string, ...args: unknown[]) => Promise<T>; done: () => Promise<void> } | undefined> {
    const session = await context.newCDPSession(page)
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
    const host = find(root, (node) => node.attributes?.includes('data-leadside-dock') === true)
    const shadow = host?.shadowRoots?.[0]
    if (!shadow) {
      await session.detach()
      return undefined
    }
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId })
    const objectId = object.objectId ?? ''
    return {
      objectId,
      async call<T>(code: string, ...args: unknown[]) {
        const answer = await session.send('Runtime.callFunctionOn', { objectId, functionDeclaration: code, arguments: args.map((value) => ({ value })), returnByValue: true, userGesture: true })
        if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text)
        return answer.result.value as T
      },
      done: () => session.detach(),
    }
  }
  async function inRoot<T>(code: string, ...args: unknown[]): Promise<T> {
    const root = await waitFor(rootObject, 'the dock')
    try { return await root.call<T>(code, ...args) } finally { await root.done() }
  }
  async function on<T>(selector: string, code: string): Promise<T> {
    await waitFor(() => inRoot<boolean>('function (selector) { return this.querySelector(selector) !== null }', selector), selector)
    return inRoot<T>(`function (selector) { return (${code}).call(this.querySelector(selector)) }`, selector)
  }
  const box: Dock['box'] = (selector) => on(selector, 'function () { const { x, y, width, height } = this.getBoundingClientRect(); return { x, y, width, height } }')
  return {
    on, box,
    text: () => inRoot('function () { return [...this.children].filter((child) => child.localName !== "style").map((child) => child.innerText).join(" ") }'),
    async click(selector) {
      const { x, y, width, height } = await box(selector)
      await page.mouse.click(x + width / 2, y + height / 2)
    },
    focus: (selector) => on(selector, 'function () { this.focus() }'),
  }
}

function find(node: DomNode, wanted: (node: DomNode) => boolean): DomNode | undefined {
  if (wanted(node)) return node
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) {
    const found = find(child, wanted)
    if (found) return found
  }
  return undefined
}
