import { findingNotice, isAnswerFor } from '@/lib/domain/finding-notice'
import { influencesOn } from '@/lib/domain/influence'
import type { FeedbackEntry } from '@/lib/domain/store-ports'
import type { AppDeps } from './deps'
import type { NoticeSource } from './notice-sources'

/** A finding rests on as many as two thousand verdicts; they are looked through by so many. */
const atOnce = 500

/** What became of what this rep said, on the next lead it concerns; who said nothing reads nothing. */
export function findingNotices(deps: Pick<AppDeps, 'documents' | 'feedback'>): NoticeSource {
  return async ({ facts: { snapshot, stories, playbook } }) => {
    const lead = { campaigns: influencesOn(snapshot.person, stories).map(({ name }) => name), source: snapshot.person.source }
    const answers = (await deps.documents.all('finding')).filter((finding) => isAnswerFor(finding, lead)).sort((a, b) => b.updatedAt - a.updatedAt)
    const notices = await Promise.all(answers.map(async (finding) => {
      const own = await ownAmong(deps, finding.verdictIds)
      return own ? [findingNotice(finding, own, playbook)] : []
    }))
    return notices.flat()
  }
}

async function ownAmong({ feedback }: Pick<AppDeps, 'feedback'>, ids: readonly string[]): Promise<FeedbackEntry | undefined> {
  for (let from = 0; from < ids.length; from += atOnce) {
    const own = (await feedback.byIds(ids.slice(from, from + atOnce))).find(({ origin }) => origin === 'here')
    if (own) return own
  }
  return undefined
}
