import { findingNotice, isAnswerFor } from '@/lib/domain/finding-notice'
import { influencesOn } from '@/lib/domain/influence'
import type { AppDeps } from './deps'
import type { NoticeSource } from './notice-sources'

/** Enough of a finding's verdicts to find an own one among them. */
const looked = 500

/** What became of what this rep said, on the next lead it concerns; who said nothing reads nothing. */
export function findingNotices(deps: Pick<AppDeps, 'documents' | 'feedback'>): NoticeSource {
  return async ({ facts: { snapshot, stories, playbook } }) => {
    const lead = { campaigns: influencesOn(snapshot.person, stories).map(({ name }) => name), source: snapshot.person.source }
    const answers = (await deps.documents.all('finding')).filter((finding) => isAnswerFor(finding, lead)).sort((a, b) => b.updatedAt - a.updatedAt)
    const notices = await Promise.all(answers.map(async (finding) => {
      const own = (await deps.feedback.byIds(finding.verdictIds.slice(0, looked))).find(({ origin }) => origin === 'here')
      return own ? [findingNotice(finding, own, playbook)] : []
    }))
    return notices.flat()
  }
}
