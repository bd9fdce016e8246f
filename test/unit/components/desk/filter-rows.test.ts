import { expect, it } from 'vitest'
import { emptyFeedbackFilter, filterRows, looksOf } from '@/components/desk/feedback/filter-rows'
import { sortRows } from '@/components/desk/feedback/sort-rows'
import { deskNow, makeFeedback } from '../../../fakes/desk-bus'

const rows = makeFeedback(500)
const looks = looksOf(rows)

it.each([
  [{ campaign: 'Newsletter' }, (row: (typeof rows)[number]) => row.campaigns.includes('Newsletter')],
  [{ source: 'Web', verdict: 'good' }, (row) => row.source === 'Web' && row.verdict === 'good'],
  [{ persona: 'it', industry: 'food', stage: 'mql' }, (row) => row.persona === 'it' && row.industry === 'food' && row.stage === 'mql'],
  [{ asset: 'guide-1' }, (row) => row.assets.includes('guide-1')],
  [{ text: 'MARTA brightwater' }, (row) => row.recordName === 'Marta Lindqvist' && row.company === 'Brightwater Foods'],
  [{ look: 'first' as const }, (row) => looks.get(row.id) === 'first'],
] as [object, (row: (typeof rows)[number]) => boolean][])('%j leaves the rows that meet it, in their order', (patch, meets) => {
  const found = filterRows(rows, { ...emptyFeedbackFilter, ...patch }, looks, deskNow)
  expect(found).toEqual(rows.filter(meets))
  expect(found.length).toBeGreaterThan(0)
})

it('takes one verdict a lead and look, whatever else is filtered', () => {
  const ids = [...looks].filter(([, look]) => look === 'first').map(([id]) => rows.find((row) => row.id === id)?.ref.id)
  expect(new Set(ids).size).toBe(ids.length)
})

it('sorts a copy, equal rows in their order', () => {
  const sorted = sortRows(rows, { key: 'source', descending: true })
  expect(sorted.map(({ source }) => source)).toEqual(rows.map(({ source }) => source ?? '').toSorted().reverse())
  const web = (list: typeof rows) => list.filter(({ source }) => source === 'Web')
  expect(web(sorted)).toEqual(web(rows))
})
