import { useRef, useState, type FormEvent } from 'react'
import { Bookmark, X } from 'lucide-react'
import type { SavedView } from '@/lib/domain/review/saved-view'
import { Button } from '@/components/ui/button'
import { Foreign } from '@/components/ui/foreign'
import { IconButton } from '@/components/ui/icon-button'
import { i18n } from '#i18n'
import { useAsk, useTell } from '../data/ask'
import { Problem } from '../data/problem'
import { TextBox } from '../shell/field'
import { linkTo } from '../shell/route'

/** Filter sets under a name, each one click away, and the present one to be kept. */
export function SavedViews({ page, query }: { page: SavedView['page']; query: string }) {
  const { data: views = [], error, refetch } = useAsk('review.views', {})
  const save = useTell('review.save-view', 'review.views')
  const remove = useTell('review.remove-view', 'review.views')
  const [naming, setNaming] = useState(false)
  const [name, setName] = useState('')
  const row = useRef<HTMLDivElement>(null)
  // What was used is gone afterwards: whoever works by the keyboard goes on from here, not from the top of the page.
  const stay = () => row.current?.focus()
  const close = () => {
    setNaming(false)
    stay()
  }
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    save.mutate({ name: name.trim(), page, query })
    setName('')
    close()
  }
  const own = views.filter((view) => view.page === page)
  if (own.length === 0 && query === '' && !error) return null
  return (
    <div ref={row} tabIndex={-1} role="group" aria-label={i18n.t('overview.views')} className="flex flex-wrap items-center gap-2 outline-none">
      {own.map((view) => (
        <span key={view.name} className="inline-flex max-w-full items-center rounded-full border border-line pl-2.5 text-small">
          <a href={linkTo(page, view.query)} aria-current={view.query === query ? 'true' : undefined} className="min-w-0 truncate text-accent-strong underline-offset-2 hover:underline aria-[current]:font-semibold"><Foreign text={view.name} max={60} /></a>
          <IconButton icon={X} label={i18n.t('overview.removeView', [view.name])} onClick={() => { remove.mutate({ page, name: view.name }); stay() }} />
        </span>
      ))}
      {naming
        ? <form onSubmit={keep} className="flex items-center gap-2">
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked for this field */}
            <TextBox autoFocus aria-label={i18n.t('overview.viewName')} placeholder={i18n.t('overview.viewName')} maxLength={80} value={name} onChange={(event) => setName(event.target.value)} onKeyDown={(event) => { if (event.key === 'Escape') close() }} />
            <Button type="submit" look="primary" off={name.trim() === ''}>{i18n.t('desk.save')}</Button>
          </form>
        : query !== '' && <Button look="quiet" className={own.length === 0 ? '-ml-2.5' : undefined} onClick={() => setNaming(true)}><Bookmark aria-hidden size={15} />{i18n.t('overview.saveView')}</Button>}
      <Problem of={error} retry={() => void refetch()} />
      <Problem of={save.error ?? remove.error} />
    </div>
  )
}
