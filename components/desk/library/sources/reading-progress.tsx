import { useEffect, useRef, useState } from 'react'
import type { SourceView } from '@/lib/domain/source-preview'
import { Button } from '@/components/ui/button'
import { numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { useTell } from '../../data/ask'

/** How far the pages of a site are read. One click reads on, reading after reading, until all are there, something fails or the person stops it. */
export function ReadingProgress({ source: { id, counts }, busy }: { source: SourceView; busy: boolean }) {
  const { mutate: read, isPending } = useTell('source.refresh', 'source.list', 'library.list')
  const [going, setGoing] = useState(false)
  const wanted = useRef(false)
  const stop = () => {
    wanted.current = false
    setGoing(false)
  }
  const readOn = () => {
    wanted.current = true
    setGoing(true)
    const next = (): void => read({ id }, {
      onSuccess: ({ counts: after, error }) => (wanted.current && after?.waiting && !error ? next() : stop()),
      onError: stop,
    })
    next()
  }
  useEffect(() => () => void (wanted.current = false), [])
  if (!counts?.waiting) return null
  const shares: [string, string] = [numberText(counts.items - counts.waiting), numberText(counts.items)]
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <progress aria-label={i18n.t('sources.readingOf', shares)} value={counts.items - counts.waiting} max={counts.items} className="h-1.5 w-40 max-w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent" />
      <p role="status" className="flex-1 basis-56 text-small text-soft">{i18n.t(going ? 'sources.readingOf' : 'sources.readOf', shares)}</p>
      {going
        ? <Button onClick={stop}>{i18n.t('sources.stopReading')}</Button>
        : <Button off={busy || isPending} onClick={readOn}>{i18n.t('sources.readOn')}</Button>}
    </div>
  )
}
