import { canonicalUrl } from '@/lib/domain/content-url'
import type { RawTouch } from '@/lib/domain/touch'

/** Titles for touches of a page that came without one: as another touch of the same page names it, else from its address. */
export function withPageTitles(touches: readonly RawTouch[]): RawTouch[] {
  const known = new Map<string, string>()
  for (const { title, url } of touches) {
    const key = url && title ? canonicalUrl(url) : undefined
    if (key !== undefined) known.set(key, title)
  }
  return touches.map((touch) => {
    if (touch.title !== '' || touch.url === undefined) return touch
    return { ...touch, title: known.get(canonicalUrl(touch.url) ?? '') ?? titleFromAddress(touch.url) }
  })
}

/** `https://www.example.com/blog/warehouse-automation-roi.html` → `Warehouse automation roi`; a home page by its host. */
export function titleFromAddress(address: string): string {
  const url = URL.parse(address)
  const segment = url?.pathname.split('/').findLast((part) => part !== '')
  const words = (segment ?? '').replace(/\.[a-z]{2,5}$/i, '').replace(/[-_+]+/g, ' ').trim()
  return words === '' ? (url?.host ?? address) : decoded(words).replace(/^./u, (first) => first.toUpperCase())
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
