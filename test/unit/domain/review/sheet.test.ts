import fc from 'fast-check'
import { expect, it } from 'vitest'
import { campaignBy } from '@/lib/domain/influence'
import { verdictValue } from '@/lib/domain/ledger'
import { packSheet, readSheet, type ReviewRow } from '@/lib/domain/review/sheet'

const word = fc.option(fc.string({ minLength: 1 }), { nil: undefined })
const words = fc.array(fc.string({ minLength: 1 }), { maxLength: 3 })
const row: fc.Arbitrary<ReviewRow> = fc.record({
  id: fc.uuid(), at: fc.nat(2_000_000_000_000), look: fc.constantFrom('first', 'second', 'past'), verdict: fc.constantFrom(...verdictValue.options), secondLook: fc.boolean(),
  ref: fc.record({ crm: fc.constantFrom('salesforce', 'hubspot'), org: fc.constantFrom('a.my.salesforce.com', '4711'), kind: fc.constantFrom('lead', 'contact', 'account'), id: fc.stringMatching(/^\d{1,20}$/) }),
  reason: word, source: word, campaigns: words, assets: words, persona: word, industry: word, stage: word,
  ways: fc.array(fc.constantFrom(...campaignBy.options), { minLength: 3, maxLength: 3 }), onlyFirstDated: fc.constantFrom(true, undefined),
}).map(({ ways, ...given }) => ({ ...given, campaignsBy: given.campaigns.length > 0 && given.at % 2 === 0 ? ways.slice(0, given.campaigns.length) : undefined, secondLook: given.look === 'past' ? given.secondLook : given.look === 'second' }))

it('brings back every verdict as it was, whatever words it holds', () => {
  fc.assert(fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
    expect(readSheet(packSheet(rows))).toEqual(rows)
  }))
})

it('reads sheets written before verdicts said how and since when their campaigns are known', () => {
  const rows = fc.sample(row, 5).map((given) => ({ ...given, campaignsBy: undefined, onlyFirstDated: undefined }))
  const { ways: _, dated: __, ...before } = JSON.parse(packSheet(rows)) as Record<string, unknown>
  expect(readSheet(JSON.stringify(before))).toEqual(rows)
})

it('knows no rep and no name of a lead', () => {
  const named = { ...fc.sample(row, 1)[0], rep: 'Rita Rep', recordName: 'Marta Lindqvist', note: 'Called Marta', company: 'Brightwater' } as ReviewRow
  expect(packSheet([named])).not.toMatch(/Rita|Marta|Brightwater/)
})
