// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { startOfToday } from '@/lib/domain/days'
import type { FeedbackRow } from '@/lib/domain/feedback-row'
import type { Finding } from '@/lib/domain/finding'
import { deskNow } from '../../../fakes/desk-bus'
import { click, showDesk } from './show-desk'

const day = 86_400_000
const changedAt = startOfToday(deskNow - 10 * day)
const finding: Finding = {
  kind: 'finding', id: 'f', version: 3, updatedAt: changedAt, sentence: 'Students come', state: 'changed', noticedAt: changedAt - 9 * day, decidedAt: changedAt, changedAt, change: 'Work e-mail only',
  concerns: { campaign: 'Spring', reason: 'student-or-job-seeker' }, verdictIds: ['v0'], reps: 2,
}

/** 25 leads judged up to the moment of the change, 30 from it on, one of each wrong, and others the finding is not about. */
function judged(): FeedbackRow[] {
  const row = (n: number, over: Partial<FeedbackRow>): FeedbackRow => ({
    id: `v${n}`, at: changedAt, ref: { crm: 'salesforce', org: 'q.my.salesforce.com', kind: 'lead', id: `00Q${String(n).padStart(15, '0')}` }, url: 'https://q.my.salesforce.com/', recordName: `Lead ${n}`,
    verdict: 'good', campaigns: ['Spring'], source: 'Web', assets: [], secondLook: false, look: 'first', sample: false, origin: 'here', ...over,
  })
  return [
    ...Array.from({ length: 25 }, (_, n) => row(n, { at: changedAt - 1 - n * 3_600_000, ...(n === 0 ? { verdict: 'wrong' as const, reason: 'student-or-job-seeker' } : {}) })),
    ...Array.from({ length: 30 }, (_, n) => row(100 + n, { at: changedAt + n * 3_600_000, ...(n < 2 ? { verdict: 'wrong' as const, reason: 'student-or-job-seeker' } : {}) })),
    ...Array.from({ length: 7 }, (_, n) => row(200 + n, { campaigns: ['Fair'] })),
  ].toSorted((a, b) => b.at - a.at)
}

it.each([['Before', 0, 25], ['Before', 1, 1], ['Since', 0, 30], ['Since', 1, 2]] as const)('a number of leads judged %s the change opens them (%d)', async (when, which, count) => {
  await showDesk('findings', { feedback: judged(), answers: { 'finding.list': () => [finding] } })
  const table = await screen.findByRole('table', { name: /before the change and since/ })
  const link = within(within(table).getByRole('row', { name: new RegExp(`^${when}`) })).getAllByRole('link')[which]
  expect(link?.textContent).toBe(String(count))
  location.hash = link?.getAttribute('href') ?? ''
  await waitFor(() => expect(screen.getByText(count === 1 ? '1 verdict' : `${count} verdicts`)).toBeDefined())
})

it('a finding goes only after somebody read what its going means', async () => {
  const { bus } = await showDesk('findings', { answers: { 'finding.list': () => [finding], 'finding.remove': () => null } })
  await click('Remove this finding')
  expect(await screen.findByText(/Reps who said so then hear nothing more of it/)).toBeDefined()
  expect(bus.of('finding.remove')).toEqual([])
  await click('Remove')
  await waitFor(() => expect(bus.of('finding.remove')).toEqual([{ id: 'f' }]))
})
