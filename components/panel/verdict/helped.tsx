import type { VerdictView } from '@/lib/domain/view'
import type { Story } from '@/lib/domain/touch'
import { Chip } from '@/components/ui/chip'
import { Foreign } from '@/components/ui/foreign'
import { i18n } from '#i18n'
import { toggled } from '../data/screen-store'
import type { Act } from '../acts/use-act'
import { topStories } from './top-stories'
import type { Detail } from './use-detail'

/** What helped, among the three stories that weigh most. */
export function Helped({ mine: { event }, detail, stories }: { mine: VerdictView; detail: Act<Detail>; stories: readonly Story[] }) {
  const top = topStories(stories)
  const helped = event.helped ?? []
  if (top.length === 0) return null
  return (
    <fieldset>
      <legend className="pb-1 text-small text-soft">{i18n.t('panel.verdict.helped')}</legend>
      <div className="flex flex-wrap gap-1">
        {top.map((story) => (
          <Chip key={story.key} pressed={helped.includes(story.key)} {...detail.on({ helped: [...toggled(helped, story.key)] })}>
            <Foreign text={story.title} max={80} className="min-w-0 truncate" />
          </Chip>
        ))}
      </div>
    </fieldset>
  )
}
