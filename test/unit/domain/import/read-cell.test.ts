import { expect, it } from 'vitest'
import { readMoment, readText, readWords, readYesNo } from '@/lib/domain/import/read-cell'

it.each<[unknown, string]>([
  ['  a ', 'a'], [7, '7'], [true, 'true'], [undefined, ''], [null, ''], [{ '@type': 'Person', name: 'Ines' }, 'Ines'], [[{ name: 'A' }, 'B', 3], 'A; B; 3'], [{ nothing: 1 }, ''], ["'=1", '=1'], [() => 'x', ''],
])('reads %j as %j', (value, text) => {
  expect(readText(value, 100)).toBe(text)
})

it.each<[unknown, string[]]>([
  ['a, b ,c', ['a', 'b', 'c']], ['a, b; c', ['a, b', 'c']], ['a|b\nc', ['a', 'b', 'c']], [['a, b', 'c', 'c', ''], ['a, b', 'c']], ['', []], [5, ['5']],
])('reads %j as the words %j', (value, words) => {
  expect(readWords(value)).toEqual(words)
})

it('bounds words', () => {
  expect(readWords(Array.from({ length: 200 }, (_, index) => `w${index}`))).toHaveLength(60)
  expect(readWords(['x'.repeat(500)])[0]).toHaveLength(120)
})

it.each<[unknown, boolean | undefined]>([['Yes', true], ['ja', true], [1, true], [true, true], ['0', false], [false, false], ['maybe', undefined], ['', undefined]])('reads %j as %j', (value, answer) => {
  expect(readYesNo(value)).toBe(answer)
})

it.each<[unknown, number | undefined]>([
  ['2026-03-01', Date.UTC(2026, 2, 1)], ['2026-03-01T10:00', Date.UTC(2026, 2, 1, 10)], ['2026-03-01 10:00:05Z', Date.UTC(2026, 2, 1, 10, 0, 5)], ['2026-03-01T10:00+0200', Date.UTC(2026, 2, 1, 8)],
  [1_700_000_000_000, 1_700_000_000_000], [Number.NaN, undefined], ['2026-02-29', undefined], ['1.3.2026', undefined], ['2026-03-01T25:00', undefined], ['', undefined],
])('reads %j as the moment %j', (value, at) => {
  expect(readMoment(value)).toBe(at)
})
