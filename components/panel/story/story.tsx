import { memo, useMemo } from 'react'
import { Bot } from 'lucide-react'
import type { RecordView } from '@/lib/domain/view'
import { Chip } from '@/components/ui/chip'
import { Section } from '@/components/ui/section'
import { numberText } from '@/components/ui/when'
import { i18n } from '#i18n'
import { useScreen, useScreenStore } from '../data/screen-store'
import { EmptyStory } from './empty-story'
import { KindFilter } from './kind-filter'
import { shownStories } from './shown-stories'
import { Sources } from './sources'
import { StoryList } from './story-list'

/** What the person read, watched, filled in and answered, grouped by content item, newest first. */
export const Story = memo(function Story({ stories, counts, sources }: Pick<RecordView, 'stories' | 'counts' | 'sources'>) {
  const kinds = useScreen((screen) => screen.kinds)
  const machines = useScreen((screen) => screen.machines)
  const shown = useMemo(() => shownStories(stories, { kinds, machines }), [stories, kinds, machines])
  const missing = counts.stories - stories.length
  if (counts.stories === 0) return <Section title={i18n.t('panel.story.title')}><EmptyStory sources={sources} /></Section>
  return (
    <Section title={i18n.t('panel.story.title')} aside={<Machines count={counts.machine} />}>
      <p className="-mt-1 pb-1 text-tiny text-faint">
        {[
          i18n.t('panel.story.items', counts.stories, [numberText(counts.stories)]),
          i18n.t('panel.story.touched', counts.human, [numberText(counts.human)]),
          ...(counts.unknown > 0 ? [i18n.t('panel.story.touchedUnknown', counts.unknown, [numberText(counts.unknown)])] : []),
        ].join(', ')}
      </p>
      <KindFilter stories={stories} />
      <StoryList stories={shown} />
      {shown.length === 0 && <p className="py-2 text-soft">{i18n.t(machines ? 'panel.story.noneOfKind' : 'panel.story.onlyMachines')}</p>}
      {missing > 0 && <p className="pt-1 text-small text-faint">{i18n.t('panel.story.older', [numberText(missing)])}</p>}
      <Sources sources={sources} />
    </Section>
  )
})

/** Touches of machines are left out of the list until they are asked for: one click. */
function Machines({ count }: { count: number }) {
  const screen = useScreenStore()
  const machines = useScreen((state) => state.machines)
  if (count === 0) return null
  return (
    <Chip pressed={machines} title={i18n.t('panel.story.machinesHint')} onClick={() => screen.setState({ machines: !machines })}>
      <Bot aria-hidden size={13} />
      {i18n.t('panel.story.machines', [numberText(count)])}
    </Chip>
  )
}
