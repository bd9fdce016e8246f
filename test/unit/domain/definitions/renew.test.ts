import { expect, it } from 'vitest'
import { clause, clauseKind, type Clause } from '@/lib/domain/definitions/clause'
import { emptyClause, renewChanged } from '@/lib/domain/definitions/renew'

const before: Clause[] = [{ id: 'a', kind: 'score', atLeast: 50 }, { id: 'b', kind: 'source', anyOf: ['Web'] }]

it.each([
  ['the same', before, ['a', 'b']],
  ['the same in another order', before.toReversed(), ['b', 'a']],
  ['with a field that says nothing', [{ ...before[1], extra: undefined } as Clause], ['b']],
  ['another number', [{ id: 'a', kind: 'score', atLeast: 51 } as const], ['new']],
  ['another kind', [{ id: 'a', kind: 'source', anyOf: ['Web'] } as const], ['new']],
  ['one more', [...before, { id: 'c', kind: 'score', atLeast: 1 } as const], ['a', 'b', 'c']],
])('%s', (_name, after, ids) => {
  expect(renewChanged(before, after, () => 'new').map(({ id }) => id)).toEqual(ids)
})

it('begins a clause of each kind, which has to be filled in before it can be saved', () => {
  expect(clauseKind.options.map((kind) => [kind, clause.safeParse(emptyClause(kind, 'x')).success])).toEqual(clauseKind.options.map((kind) => [kind, kind === 'score']))
})
