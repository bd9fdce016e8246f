import { expect, it } from 'vitest'
import { atOnce } from '@/lib/domain/in-slices'
import type { ReviewFilter } from '@/lib/domain/review/filter'
import { joinReview } from '@/lib/domain/review/hand-overs'
import { figuresOf, handOver, hour, influence, ref, start } from '../hand-overs/leads'
import { reviewRow } from './rows'

const row = (n: number, changes: Parameters<typeof handOver>[1] = {}) => ({ ...handOver(n, changes), url: '' })
const leads = [
  { ...row(1, { source: 'Web', campaigns: [influence('Fair', start), influence('Spring', start + hour)] }), firstOpenedAt: start },
  row(2, { persona: 'it', campaigns: [influence('Fair', start)] }), row(3, { at: start - 90 * 24 * hour }),
]
const rows = [
  reviewRow(1, { ref: ref(1), at: start + 5 * hour, assets: ['a1'] }),
  reviewRow(2, { ref: ref(2), look: 'past' }),
]

const joined = atOnce(joinReview(leads, rows))

it.each<[Partial<ReviewFilter>, number[]]>([
  [{}, [1, 2, 3]], [{ period: '30' }, [1, 2]], [{ source: 'Web' }, [1]], [{ persona: 'it' }, [2]], [{ campaign: 'Fair' }, [1, 2]], [{ campaign: 'Fair', credit: 'last' }, [2]],
  [{ campaign: 'Spring', credit: 'last' }, [1]], [{ asset: 'a1' }, [1]], [{ crm: 'hubspot' }, []], [{ verdict: 'wrong', reason: 'student' }, [1, 2, 3]],
])('%j leaves %j of what was handed over', (patch, found) => {
  expect(figuresOf(joined, patch).leads.map(({ handOver: { key } }) => leads.findIndex((lead) => lead.key === key) + 1)).toEqual(found)
})

it('counts an overtaken verdict as opened and not as judged, and what nobody opened as neither', () => {
  expect(figuresOf(joined).coverage).toMatchObject({ handedOver: 3, judged: 1, openedNotJudged: 1, neverOpened: 1 })
})

it('knows no coverage of one asset, which only judged leads are known to have consumed', () => {
  expect(figuresOf(joined, { asset: 'a1' })).toMatchObject({ coverage: undefined, leads: { length: 1 } })
})
