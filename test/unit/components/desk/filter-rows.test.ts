import { expect, it } from 'vitest'
import { emptyFeedbackFilter, feedbackQuery, filterRows, readFeedbackFilter } from '@/components/desk/feedback/filter-rows'
import { sortRows } from '@/components/desk/feedback/sort-rows'
import { deskNow, makeFeedback } from '../../../fakes/desk-bus'

const rows = makeFeedback(500)

it.each([
  [{ campaign: 'Newsletter' }, (row: (typeof rows)[number]) => row.campaigns.includes('Newsletter')],
  [{ source: 'Web', verdict: 'good' }, (row) => row.source === 'Web' && row.verdict === 'good'],
  [{ persona: 'it', industry: 'food', stage: 'mql' }, (row) => row.persona === 'it' && row.industry === 'food' && row.stage === 'mql'],
  [{ asset: 'guide-1' }, (row) => row.assets.includes('guide-1')],
  [{ text: 'MARTA brightwater' }, (row) => row.recordName === 'Marta Lindqvist' && row.company === 'Brightwater Foods'],
  [{ look: 'first' as const }, (row) => row.look === 'first'],
] as [object, (row: (typeof rows)[number]) => boolean][])('%j leaves the rows that meet it, in their order', (patch, meets) => {
  const found = filterRows(rows, { ...emptyFeedbackFilter, ...patch }, deskNow)
  expect(found).toEqual(rows.filter(meets))
  expect(found.length).toBeGreaterThan(0)
})

it('gives the credit to one campaign, and shows the row whole', () => {
  const both = rows.filter(({ campaigns }) => campaigns.length > 1)
  const [first] = both
  const [newest = '', oldest = ''] = first?.campaigns ?? []
  const found = (campaign: string, credit: 'first' | 'last') => filterRows(both, { ...emptyFeedbackFilter, campaign, credit }, deskNow).some(({ id }) => id === first?.id)
  expect([found(newest, 'last'), found(newest, 'first'), found(oldest, 'first'), found(oldest, 'last')]).toEqual([true, false, true, false])
})

it.each([
  { ...emptyFeedbackFilter, text: 'a & b', look: 'second' as const, groupBy: 'stage' as const },
  { ...emptyFeedbackFilter, campaign: 'Spring #1 = 100 %?', period: '2026-01-01_2026-01-31', credit: 'first' as const, crm: 'hubspot' },
  emptyFeedbackFilter,
])('comes back from an address as it went in', (filter) => {
  expect(readFeedbackFilter(new URLSearchParams(feedbackQuery(filter)))).toEqual(filter)
})

it('sorts a copy, equal rows in their order', () => {
  const sorted = sortRows(rows, { key: 'source', descending: true })
  expect(sorted.map(({ source }) => source)).toEqual(rows.map(({ source }) => source ?? '').toSorted().reverse())
  const web = (list: readonly (typeof rows)[number][]) => list.filter(({ source }) => source === 'Web')
  expect(web(sorted)).toEqual(web(rows))
})
