import fc from 'fast-check'
import { expect, it } from 'vitest'
import { verdictValue } from '@/lib/domain/ledger'
import { packSheet, readSheet, type ReviewRow } from '@/lib/domain/review/sheet'

const word = fc.option(fc.string({ minLength: 1 }), { nil: undefined })
const words = fc.array(fc.string({ minLength: 1 }), { maxLength: 3 })
const row: fc.Arbitrary<ReviewRow> = fc.record({
  id: fc.uuid(), at: fc.nat(2_000_000_000_000), look: fc.constantFrom('first', 'second', 'past'), verdict: fc.constantFrom(...verdictValue.options), secondLook: fc.boolean(),
  ref: fc.record({ crm: fc.constantFrom('salesforce', 'hubspot'), org: fc.constantFrom('a.my.salesforce.com', '4711'), kind: fc.constantFrom('lead', 'contact', 'account'), id: fc.stringMatching(/^\d{1,20}$/) }),
  reason: word, source: word, campaigns: words, assets: words, persona: word, industry: word, stage: word,
}).map((given) => ({ ...given, secondLook: given.look === 'past' ? given.secondLook : given.look === 'second' }))

it('brings back every verdict as it was, whatever words it holds', () => {
  fc.assert(fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
    expect(readSheet(packSheet(rows))).toEqual(rows)
  }))
})

it('knows no rep and no name of a lead', () => {
  const named = { ...fc.sample(row, 1)[0], rep: 'Rita Rep', recordName: 'Marta Lindqvist', note: 'Called Marta', company: 'Brightwater' } as ReviewRow
  expect(packSheet([named])).not.toMatch(/Rita|Marta|Brightwater/)
})
