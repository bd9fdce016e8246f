import { openedNotice } from '@/lib/domain/link-touches'
import type { Notice } from '@/lib/domain/view'
import type { AppDeps } from './deps'
import { findingNotices } from './finding-notices'
import { answerNotices } from './needs'
import type { PlaybookLines } from './playbook/lines'
import { promiseNotices, promotionNotices } from './playbook/notices'
import type { RecordFacts } from './record-facts'

/** What somebody else knows of a record that belongs on its notice strip: an answer, a promotion, a promise nearly due. */
export type NoticeSource = (about: { facts: RecordFacts; lines: PlaybookLines; now: number }) => Promise<readonly Notice[]>

/** Every source beside the record's own events; the strip orders what they say by its kind. */
export function createNoticeSources(deps: AppDeps): readonly NoticeSource[] {
  return [findingNotices(deps), answerNotices(deps), promotionNotices, promiseNotices, openedNotices]
}

const openedNotices: NoticeSource = async ({ facts, now }) => {
  const opened = openedNotice(facts.events, facts.touches, now)
  return opened ? [opened] : []
}

/** What all sources say now. One that fails costs its own notices, never the panel. */
export async function gatherNotices(sources: readonly NoticeSource[], about: Parameters<NoticeSource>[0]): Promise<Notice[]> {
  const said = await Promise.allSettled(sources.map((source) => source(about)))
  return said.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
}
