import * as page from '../crm-loader/dom'

const controls = 'a,button,input,select,textarea,summary,label,[role=button],[role=tab],[role=menuitem],[contenteditable]'
/** Overlay scroll bars take no room, yet want to be caught. */
const overlayBar = 12

/** The page's element at a point, through the open shadow roots of its components. */
function under(x: number, y: number, host: Element): Element | undefined {
  let found = page.at(x, y).find((element) => element !== host)
  let inner = found
  while (inner) {
    found = inner
    const deeper: Element | null | undefined = inner.shadowRoot?.elementFromPoint(x, y)
    inner = deeper && deeper.getRootNode() === inner.shadowRoot ? deeper : undefined
  }
  return found
}

const parentOf = (element: Element): Element | undefined => element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host

/** How far the handle must stay from the right edge to leave a scroll bar of the page alone, in CSS pixels. */
export function findGap(host: Element, y: number): number {
  const edge = page.root().clientWidth
  for (let at = under(edge - 2, y, host); at; at = parentOf(at)) {
    const scrolls = at.scrollHeight > at.clientHeight && at.getBoundingClientRect().right > edge - 4
    // The page's own bar is outside of what fixed elements can cover, unless it takes no room.
    if (at === page.root()) return scrolls && innerWidth === edge ? overlayBar : 0
    if (scrolls && /auto|scroll/.test(getComputedStyle(at).overflowY)) return Math.max(overlayBar, (at as HTMLElement).offsetWidth - at.clientWidth)
  }
  return 0
}

/** The free place nearest to the wished one: there the handle covers no control of the page. All in CSS pixels. */
export function findTop(host: Element, x: number, wished: number, height: number): number {
  const most = innerHeight - height
  const covers = (top: number) => [1, height / 2, height - 1].some((y) => under(x, top + y, host)?.closest(controls))
  for (let step = 0; step <= innerHeight; step += 16) {
    for (const top of [wished + step, wished - step]) if (top >= 0 && top <= most && !covers(top)) return top
  }
  return Math.max(0, Math.min(wished, most))
}
