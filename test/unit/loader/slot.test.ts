// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { findGap, findTop } from '@/entrypoints/crm-dock/slot'

let host: HTMLElement
const height = 88

/** Puts an element under every point of a band. */
function cover(from: number, to: number, element: Element): void {
  const before = Document.prototype.elementsFromPoint
  Document.prototype.elementsFromPoint = (x, y) => (y >= from && y <= to ? [host, element] : before(x, y))
}

beforeEach(() => {
  document.body.replaceChildren()
  host = document.createElement('div')
  Object.defineProperty(document.documentElement, 'clientWidth', { value: innerWidth, configurable: true })
  Document.prototype.elementsFromPoint = () => [host, document.body]
})

describe('findTop', () => {
  const button = () => document.body.appendChild(document.createElement('button'))

  it('is where it was wished when nothing is there', () => {
    expect(findTop(host, 10, 200, height)).toBe(200)
  })

  it('leaves the page\'s controls alone, as near as it can', () => {
    cover(190, 230, button())
    const top = findTop(host, 10, 200, height)
    expect(top > 230 || top + height <= 190).toBe(true)
    expect(Math.abs(top - 200)).toBeLessThanOrEqual(height + 32)
  })

  it('sees controls inside the components of the page', () => {
    const component = document.body.appendChild(document.createElement('div'))
    const root = component.attachShadow({ mode: 'open' })
    const inner = root.appendChild(document.createElement('button'))
    root.elementFromPoint = () => inner
    cover(190, 230, component)
    expect(findTop(host, 10, 200, height)).not.toBe(200)
  })

  it('stays in the window, even where every place is taken', () => {
    cover(0, innerHeight, button())
    expect(findTop(host, 10, 5000, height)).toBe(innerHeight - height)
    expect(findTop(host, 10, -50, height)).toBe(0)
  })
})

describe('findGap', () => {
  function scroller(overflowY: string, bar: number): HTMLElement {
    const element = document.body.appendChild(document.createElement('div'))
    element.style.overflowY = overflowY
    for (const [name, value] of Object.entries({ scrollHeight: 2000, clientHeight: 500, offsetWidth: 800, clientWidth: 800 - bar })) Object.defineProperty(element, name, { value })
    element.getBoundingClientRect = () => ({ right: innerWidth }) as DOMRect
    return element
  }

  it.each([['auto', 17, 17], ['scroll', 0, 12], ['visible', 17, 0]])('overflow-y %s with a bar of %i pixels: %i', (overflow, bar, gap) => {
    cover(0, innerHeight, scroller(overflow, bar))
    expect(findGap(host, 200)).toBe(gap)
  })

  it('is none where nothing scrolls at the edge', () => {
    expect(findGap(host, 200)).toBe(0)
  })
})
