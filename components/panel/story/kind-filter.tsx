import { useState } from 'react'
import { touchKind, type Story } from '@/lib/domain/touch'
import { labelKey } from '@/lib/domain/sentence'
import { Chip } from '@/components/ui/chip'
import { message } from '@/components/ui/message'
import { numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { toggled, useScreen, useScreenStore } from '../data/screen-store'
import { shownStories } from './shown-stories'

const shownFirst = 3

/** One chip for each kind that occurs, the most frequent first. */
export function KindFilter({ stories }: { stories: readonly Story[] }) {
  const screen = useScreenStore()
  const chosen = useScreen((state) => state.kinds)
  const machines = useScreen((state) => state.machines)
  const [all, setAll] = useState(false)
  const possible = shownStories(stories, { kinds: [], machines })
  const counted = touchKind.options
    .map((kind) => ({ kind, count: possible.filter((story) => story.kind === kind).length }))
    .filter(({ kind, count }) => count > 0 || chosen.includes(kind))
    .sort((a, b) => b.count - a.count)
  if (counted.length < 2) return null
  const visible = all ? counted : counted.filter(({ kind }, index) => index < shownFirst || chosen.includes(kind))
  const hidden = counted.length - visible.length
  return (
    <div role="group" aria-label={i18n.t('panel.story.kinds')} className="flex flex-wrap gap-1 pb-1.5">
      {visible.map(({ kind, count }) => (
        <Chip key={kind} pressed={chosen.includes(kind)} onClick={() => screen.setState((state) => ({ kinds: toggled(state.kinds, kind) }))}>
          {message(labelKey('touch', kind))} <span className="text-faint tabular-nums">{numberText(count)}</span>
        </Chip>
      ))}
      {hidden > 0 && <Chip pressed={false} onClick={() => setAll(true)}>{i18n.t('panel.story.moreKinds', [String(hidden)])}</Chip>}
    </div>
  )
}
