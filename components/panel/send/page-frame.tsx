import { useEffect, useRef, type ReactNode } from 'react'
import { ArrowLeft } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import { i18n } from '#i18n'
import { useScreenStore } from '../data/screen-store'

/** A page in the place of the record's own, with its way back. */
export function PageFrame({ title, aside, children, footer }: { title: ReactNode; aside?: ReactNode; children: ReactNode; footer?: ReactNode }) {
  const screen = useScreenStore()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <div className="flex h-full flex-col short:h-auto">
      <div className="sticky top-0 z-10 flex items-center gap-1 border-b border-line bg-paper px-2 py-1">
        <IconButton icon={ArrowLeft} label={i18n.t('panel.back')} className="rtl:-scale-x-100" onClick={() => screen.setState({ page: { name: 'record' } })} />
        <h2 ref={heading} tabIndex={-1} className="min-w-0 flex-1 truncate font-semibold outline-none">{title}</h2>
        {aside}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-3 py-2.5 short:flex-none short:overflow-visible">{children}</div>
      {footer && <div className="border-t border-line bg-paper px-3 py-2">{footer}</div>}
    </div>
  )
}
