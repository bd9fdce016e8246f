import type { RecordView } from '@/lib/domain/view'
import { NoticeStrip } from './header/notice-strip'
import { Promotions } from './promotions/promotions'
import { findUnanswered } from './send/channels'
import { SentQuestion } from './send/sent-question'
import { Converted } from './states/converted'
import { Part } from './states/part'
import { Story } from './story/story'
import { Suggestions } from './suggestions/suggestions'
import { Why } from './why/why'

const inset = 'px-3 pt-2.5'

/** What there is to know about the person, most useful first. */
export function RecordPage({ view }: { view: RecordView }) {
  const unanswered = findUnanswered(view.sends)
  return (
    <div className="pb-4">
      <NoticeStrip notices={view.notices} />
      <Converted view={view} />
      {unanswered && <div className="px-3 pt-2.5"><SentQuestion key={unanswered.event.id} send={unanswered} /></div>}
      <Part className={inset}><Why factors={view.factors} definitions={view.definitions} stories={view.stories} /></Part>
      <Part className={inset}><Promotions promotions={view.promotions} /></Part>
      <Part className={inset}><Suggestions suggestions={view.suggestions} assets={view.assets} librarySize={view.librarySize} sends={view.sends} /></Part>
      <Part className={inset}><Story stories={view.stories} counts={view.counts} sources={view.sources} /></Part>
    </div>
  )
}
