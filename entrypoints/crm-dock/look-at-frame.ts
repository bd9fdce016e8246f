const neutral: Record<string, string> = {
  opacity: '1', filter: 'none', transform: 'none', rotate: 'none', scale: 'none', translate: 'none', clipPath: 'none', maskImage: 'none',
  mixBlendMode: 'normal', visibility: 'visible', perspective: 'none',
}

/** Whether a person can see our frame as it is: what fades, cuts, moves or covers it is the cause. */
export function lookAtFrame(host: HTMLElement, frame: HTMLElement | undefined): { clear: boolean; cause?: string } {
  const no = (cause: string) => ({ clear: false, cause })
  if (!frame) return no('no frame')
  for (const element of [host, ...document.querySelectorAll('html,body')]) {
    const style = getComputedStyle(element) as unknown as Record<string, string>
    for (const name in neutral) {
      if (element !== host && element.tagName === 'BODY' && !element.contains(host)) continue
      if (style[name] !== undefined && style[name] !== neutral[name] && style[name] !== '') return no(name)
    }
  }
  const box = frame.getBoundingClientRect()
  if (box.width < 300 || box.height < 200 || box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1) return no('size')
  for (const x of [0.1, 0.5, 0.9]) for (const y of [0.05, 0.35, 0.65, 0.97]) {
    if (document.elementFromPoint(box.left + box.width * x, box.top + box.height * y) !== host) return no('covered')
  }
  for (const top of document.querySelectorAll(':popover-open,dialog:modal')) {
    const over = top.getBoundingClientRect()
    if (over.left < box.right && over.right > box.left && over.top < box.bottom && over.bottom > box.top) return no('top layer')
  }
  return { clear: true }
}
