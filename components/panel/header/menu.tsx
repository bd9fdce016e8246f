import { useEffect, useRef, useState } from 'react'
import { CalendarCheck, Ellipsis, LayoutDashboard, PanelRight, X } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import { i18n } from '#i18n'
import { usePanel } from '../panel-context'
import { useOnScreen } from '../data/record-context'

/** What is seldom needed: a button that shows a short list of buttons. */
export function Menu() {
  const { bus, host, where } = usePanel()
  const { context } = useOnScreen()
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!open) return
    const outside = (event: Event) => event.target instanceof Node && !box.current?.contains(event.target) && setOpen(false)
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      setOpen(false)
      box.current?.querySelector('button')?.focus()
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    document.addEventListener('keydown', escape, true)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
      document.removeEventListener('keydown', escape, true)
    }
  }, [open])

  const items = [
    { icon: CalendarCheck, label: i18n.t('panel.menu.today'), run: () => where.showToday() },
    ...(context.canOpenSidePanel && host === 'frame' ? [{ icon: PanelRight, label: i18n.t('panel.menu.sidePanel'), run: () => bus.ask('panel.open-side-panel', {}) }] : []),
    { icon: LayoutDashboard, label: i18n.t('panel.menu.desk'), run: () => bus.ask('desk.open', { page: 'home' }) },
    ...(host === 'frame' ? [{ icon: X, label: i18n.t('panel.menu.close'), run: () => bus.ask('panel.close', {}) }] : []),
  ]
  return (
    <div ref={box} className="relative">
      <IconButton icon={Ellipsis} label={i18n.t('panel.menu.title')} aria-expanded={open} onClick={() => setOpen(!open)} />
      {open && (
        <ul className="absolute end-0 top-8 z-20 w-max max-w-[calc(100vw-1.5rem)] rounded-lg border border-line bg-paper p-1 shadow-lg">
          {items.map(({ icon: Icon, label, run }) => (
            <li key={label}>
              <button
                type="button"
                className="flex min-h-8 w-full items-center gap-2 rounded-md px-2 text-start hover:bg-sunken"
                onClick={() => {
                  setOpen(false)
                  void Promise.resolve(run()).catch(() => undefined)
                }}
              >
                <Icon aria-hidden size={15} className="text-faint" />
                {label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
