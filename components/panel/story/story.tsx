import { useMemo } from 'react'
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
export function Story({ view }: { view: RecordView }) {
  const kinds = useScreen((screen) => screen.kinds)
  const machines = useScreen((screen) => screen.machines)
  const shown = useMemo(() => shownStories(view.stories, { kinds, machines }), [view.stories, kinds, machines])
  const missing = view.counts.stories - view.stories.length
  if (view.counts.stories === 0) return <Section title={i18n.t('panel.story.title')}><EmptyStory sources={view.sources} /></Section>
  return (
    <Section title={i18n.t('panel.story.title')} aside={<Machines count={view.counts.machine} />}>
      <p className="-mt-1 pb-1 text-tiny text-faint">
        {i18n.t('panel.story.count', [numberText(view.counts.stories), numberText(view.counts.human)])}
        {view.counts.unknown > 0 && <> {i18n.t('panel.story.countUnknown', [numberText(view.counts.unknown)])}</>}
      </p>
      <KindFilter stories={view.stories} />
      <StoryList stories={shown} />
      {shown.length === 0 && <p className="py-2 text-soft">{i18n.t(machines ? 'panel.story.noneOfKind' : 'panel.story.onlyMachines')}</p>}
      {missing > 0 && <p className="pt-1 text-small text-faint">{i18n.t('panel.story.older', [numberText(missing)])}</p>}
      <Sources sources={view.sources} />
    </Section>
  )
}

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
