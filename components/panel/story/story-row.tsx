import { Suspense, useId } from 'react'
import { Bot, ChevronDown } from 'lucide-react'
import type { Story } from '@/lib/domain/touch'
import { labelKey } from '@/lib/domain/sentence'
import { Ago } from '@/components/ui/ago'
import { cx } from '@/components/ui/cx'
import { Depth } from '@/components/ui/depth'
import { Foreign } from '@/components/ui/foreign'
import { message } from '@/components/ui/message'
import { TouchIcon } from '@/components/ui/touch-icon'
import { i18n } from '#i18n'
import { toggled, useScreen, useScreenStore } from '../data/screen-store'
import { Touches } from '../later-parts'

interface StoryRowProps {
  story: Story
  /** Where it stands in a list of which only a part is drawn. */
  place?: { ref: (row: Element | null) => void; index: number; of: number; top: number }
}

/** One content item: what, how often, how deep, when last; pressing it shows its touches. */
export function StoryRow({ story, place }: StoryRowProps) {
  const id = useId()
  const screen = useScreenStore()
  const open = useScreen((state) => state.openStories.includes(story.key))
  const [campaign] = story.campaigns
  return (
    <li
      ref={place?.ref}
      data-index={place?.index}
      aria-setsize={place?.of}
      aria-posinset={place && place.index + 1}
      className={place && 'absolute inset-x-0 top-0'}
      style={place && { transform: `translateY(${place.top}px)` }}
    >
      <button
        type="button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => screen.setState((state) => ({ openStories: toggled(state.openStories, story.key) }))}
        className="flex w-full items-start gap-2 rounded-md px-1.5 py-1.5 text-start transition-colors hover:bg-sunken"
      >
        <span className="pt-0.5"><TouchIcon kind={story.kind} /></span>
        <span className="min-w-0 flex-1">
          <Foreign text={story.title} max={160} className="line-clamp-2" />
          <span className="flex flex-wrap items-center gap-x-2 text-small text-soft">
            <span>{message(labelKey('touch', story.kind))}</span>
            <Ago at={story.last} />
            {story.human > 1 && <span>{i18n.t('panel.story.times', story.human)}</span>}
            <Depth value={story.depth} />
            {story.count === story.machine && <span className="inline-flex items-center gap-1 text-warn"><Bot aria-hidden size={13} />{i18n.t('panel.story.machineOnly')}</span>}
            {campaign && <Foreign text={campaign} max={40} className="min-w-0 truncate text-faint" />}
          </span>
        </span>
        <ChevronDown aria-hidden size={14} className={cx('mt-0.5 shrink-0 text-faint transition-transform', open && 'rotate-180')} />
      </button>
      {open && <div id={id} className="ms-3 mb-1.5 border-s-2 border-line ps-3"><Suspense><Touches story={story} /></Suspense></div>}
    </li>
  )
}
