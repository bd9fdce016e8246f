// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { lookAtFrame } from '@/entrypoints/crm-dock/look-at-frame'

let host: HTMLElement
let frame: HTMLElement
let box: { left: number; top: number; width: number; height: number }
let hit: Element

const rect = ({ left, top, width, height }: typeof box) => ({ left, top, width, height, right: left + width, bottom: top + height }) as DOMRect

afterEach(() => vi.unstubAllGlobals())
beforeEach(() => {
  document.documentElement.removeAttribute('style')
  document.body.replaceChildren()
  host = document.documentElement.appendChild(document.createElement('div'))
  frame = document.createElement('iframe')
  frame.className = 'on'
  box = { left: innerWidth - 380, top: 0, width: 380, height: innerHeight }
  hit = host
  frame.getBoundingClientRect = () => rect(box)
  Document.prototype.elementsFromPoint = () => [hit]
  class Entry { isVisible = true }
  Object.defineProperty(Entry.prototype, 'isVisible', { value: true, configurable: true })
  vi.stubGlobal('IntersectionObserverEntry', Entry)
})

describe('lookAtFrame', () => {
  it('is clear when nothing is in the way', () => {
    expect(lookAtFrame(host, frame)).toEqual({ clear: true })
  })

  it.each([
    ['no frame', () => { frame.remove(); frame = undefined as unknown as HTMLElement }, 'hidden'],
    ['a frame not shown yet', () => { frame.className = '' }, 'hidden'],
    ['a frame made small', () => { box.width = 200 }, 'small'],
    ['a frame shifted off the window', () => { box.left += 100 }, 'cut'],
    ['an overlay', () => { hit = document.body }, 'covered'],
  ])('S23 sees %s', (_, make, cause) => {
    make()
    expect(lookAtFrame(host, frame)).toEqual({ clear: false, cause })
  })

  const effects: [keyof CSSStyleDeclaration, string][] = [
    ['opacity', '0.5'], ['visibility', 'hidden'], ['filter', 'blur(2px)'], ['transform', 'scale(0.5)'], ['clipPath', 'inset(0 0 50% 0)'],
    ['maskImage', 'linear-gradient(black, transparent)'], ['mixBlendMode', 'multiply'], ['translate', '300px 0'], ['scale', '0.5'], ['rotate', '3deg'], ['perspective', '10px'],
  ]
  it.each(effects.flatMap(([name, value]) => [['the document', name, value], ['our element', name, value]] as const))('S23 sees %s with %s: %s', (where, name, value) => {
    const element = where === 'our element' ? host : document.documentElement
    const real = getComputedStyle
    vi.stubGlobal('getComputedStyle', (of: Element) => new Proxy(real(of), { get: (style, key) => (of === element && key === name ? value : Reflect.get(style, key)) }))
    expect(lookAtFrame(host, frame)).toEqual({ clear: false, cause: name })
  })

  it('S23 sees what stands in the top layer over it, though clicks go through', () => {
    const popover = document.body.appendChild(document.createElement('div'))
    popover.getBoundingClientRect = () => rect({ left: 0, top: 0, width: innerWidth, height: innerHeight })
    vi.spyOn(Document.prototype, 'querySelectorAll').mockImplementation((selector: string) => (selector.includes('popover') ? [popover] : []) as unknown as NodeListOf<Element>)
    expect(lookAtFrame(host, frame)).toEqual({ clear: false, cause: 'top layer' })
  })

  it.each([['over', '9999', 'overlay'], ['under', '10', undefined]])('S23 judges a picture that lets clicks through %s it, where the panel cannot', (_, zIndex, cause) => {
    vi.stubGlobal('IntersectionObserverEntry', class {})
    const picture = document.body.appendChild(document.createElement('div'))
    picture.style.cssText = `position: fixed; pointer-events: none; z-index: ${zIndex}`
    picture.getBoundingClientRect = () => rect({ left: 0, top: 0, width: innerWidth, height: innerHeight })
    expect(lookAtFrame(host, frame).cause).toBe(cause)
  })
})
