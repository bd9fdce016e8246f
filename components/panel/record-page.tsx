import type { RecordView } from '@/lib/domain/view'
import { NoticeStrip } from './header/notice-strip'
import { Converted } from './states/converted'
import { Story } from './story/story'
import { Suggestions } from './suggestions/suggestions'
import { Why } from './why/why'

/** What there is to know about the person, most useful first. */
export function RecordPage({ view }: { view: RecordView }) {
  return (
    <div className="pb-4">
      <NoticeStrip notices={view.notices} />
      <Converted view={view} />
      <Why view={view} />
      <Suggestions view={view} />
      <Story view={view} />
    </div>
  )
}
