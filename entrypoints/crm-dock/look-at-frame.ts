import * as page from '../crm-loader/dom'

type Property = keyof CSSStyleDeclaration
const without = ['filter', 'transform', 'translate', 'rotate', 'scale', 'perspective', 'clipPath', 'maskImage'] as const satisfies Property[]
/** What must be computed for our host and everything around it; a browser that lacks a property says nothing about it. */
const plain: [Property, string][] = [
  ['opacity', '1'], ['visibility', 'visible'], ['mixBlendMode', 'normal'], ['contentVisibility', 'visible'],
  ...without.map((name): [Property, string] => [name, 'none']),
]
const shares = [0.02, 0.25, 0.5, 0.75, 0.98]
const ours = 7500

/** Whether a person sees our frame as it is; otherwise what fades, cuts or covers it. */
export function lookAtFrame(host: Element, frame: HTMLElement | undefined): { clear: boolean; cause?: string } {
  const cause = findCause(host, frame)
  return cause === undefined ? { clear: true } : { clear: false, cause }
}

function findCause(host: Element, frame: HTMLElement | undefined): string | undefined {
  if (!frame?.classList.contains('on')) return 'hidden'
  const box = frame.getBoundingClientRect()
  if (box.width < Math.min(300, innerWidth * 0.8) || box.height < Math.min(300, innerHeight * 0.8)) return 'small'
  if (box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1) return 'cut'
  for (let at: Element | null = host; at; at = at.parentElement) {
    const seen = getComputedStyle(at)
    const wrong = plain.find(([name, value]) => (seen[name] || value) !== value)
    if (wrong) return String(wrong[0])
  }
  const hit = (across: number, down: number) => page.at(box.left + box.width * across, box.top + box.height * down)[0]
  if (shares.some((across) => shares.some((down) => hit(across, down) !== host))) return 'covered'
  if ([...page.all(':popover-open,:modal,:fullscreen')].some((element) => meets(element, box))) return 'top layer'
  return seesCovers() ? undefined : findOverlay(box)
}

/** Where it is so, the panel sees by itself what is painted over it. */
const seesCovers = () => 'isVisible' in IntersectionObserverEntry.prototype

/** What lets clicks through is not hit by them, and may be painted over the frame all the same. */
function findOverlay(box: DOMRect): string | undefined {
  const over = [...page.all('*')].some((element) => getComputedStyle(element).pointerEvents === 'none' && meets(element, box) && layer(element) >= ours)
  return over ? 'overlay' : undefined
}

function meets(element: Element, box: DOMRect): boolean {
  const other = element.getBoundingClientRect()
  return other.width > 0 && other.height > 0 && other.left < box.right && other.right > box.left && other.top < box.bottom && other.bottom > box.top
}

/** The z-index that stands against ours: the outermost one. */
function layer(element: Element): number {
  let found = 0
  for (let at: Element | null = element; at; at = at.parentElement) found = Number(getComputedStyle(at).zIndex) || found
  return found
}
