import { useLayoutEffect, useRef, useState } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import type { Story } from '@/lib/domain/touch'
import { StoryRow } from './story-row'

const rowHeight = 52

/** A list of which only what is near the screen is drawn. */
export default function LongList({ stories }: { stories: readonly Story[] }) {
  const list = useRef<HTMLUListElement>(null)
  const [offset, setOffset] = useState(0)
  useLayoutEffect(() => {
    const scroller = scrollerOf(list.current)
    const content = list.current?.closest('main')?.firstElementChild
    if (!scroller || !content) return
    const measure = () => setOffset(Math.round((list.current?.getBoundingClientRect().top ?? 0) - scroller.getBoundingClientRect().top + scroller.scrollTop))
    // What stands above the list grows and shrinks, and with it the whole.
    const watcher = new ResizeObserver(measure)
    watcher.observe(content)
    measure()
    return () => watcher.disconnect()
  }, [])
  const virtual = useVirtualizer({
    count: stories.length,
    getScrollElement: () => scrollerOf(list.current),
    estimateSize: () => rowHeight,
    getItemKey: (index) => stories[index]?.key ?? index,
    scrollMargin: offset,
    overscan: 8,
    initialRect: { width: 320, height: 600 },
  })
  return (
    <ul ref={list} className="relative -mx-1.5" style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, key, start }) => {
        const story = stories[index]
        return story && (
          <StoryRow
            key={key}
            story={story}
            place={{ ref: virtual.measureElement, index, of: stories.length, top: start - offset }}
          />
        )
      })}
    </ul>
  )
}

/** What scrolls the list: the page, or in a short window the whole panel. */
function scrollerOf(list: Element | null): Element | null {
  let scroller = list?.parentElement ?? null
  while (scroller?.parentElement && !/auto|scroll/.test(getComputedStyle(scroller).overflowY)) scroller = scroller.parentElement
  return scroller
}
