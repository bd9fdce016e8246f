import { expect, it } from 'vitest'
import { clause, clauseKind, type Clause } from '@/lib/domain/definitions/clause'
import { emptyClause, renewChanged } from '@/lib/domain/definitions/renew'

const before: Clause[] = [{ id: 'a', kind: 'score', atLeast: 50 }, { id: 'b', kind: 'source', anyOf: ['Web'] }]

const cases: [string, Clause[], string[]][] = [
  ['the same', before, ['a', 'b']],
  ['the same in another order', before.toReversed(), ['b', 'a']],
  ['the same with fields in another order', [{ atLeast: 50, kind: 'score', id: 'a' }], ['a']],
  ['another number', [{ id: 'a', kind: 'score', atLeast: 51 }], ['new']],
  ['another kind', [{ id: 'a', kind: 'source', anyOf: ['Web'] }], ['new']],
  ['one more', [...before, { id: 'c', kind: 'score', atLeast: 1 }], ['a', 'b', 'c']],
]

it.each(cases)('%s', (_name, after, ids) => {
  expect(renewChanged(before, after, () => 'new').map(({ id }) => id)).toEqual(ids)
})

it('begins a clause of each kind, which has to be filled in before it can be saved', () => {
  expect(clauseKind.options.map((kind) => [kind, clause.safeParse(emptyClause(kind, 'x')).success])).toEqual(clauseKind.options.map((kind) => [kind, kind === 'score']))
})
