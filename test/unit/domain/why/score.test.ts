import { expect, it } from 'vitest'
import { score } from '@/lib/domain/why/score'
import type { Person } from '@/lib/domain/person'
import { makeInput, told } from './input'

it.each<[string | undefined, number | undefined, Partial<Person>]>([
  [undefined, undefined, {}],
  [undefined, undefined, { score: { value: 0, system: 'hubspot' } }],
  ['why.score 85 {"say":"why.score_hubspot"}', 0.34, { score: { value: 85, system: 'hubspot' } }],
  ['why.score_grade 400 B {"say":"why.score_pardot"}', 0.4, { score: { value: 400, system: 'pardot' }, grade: 'B' }],
  ['why.score 10 Homemade', 0.04, { score: { value: 10, system: 'Homemade' } }],
])('says %s', (expected, weight, person) => {
  const factor = score(makeInput([], person))
  expect(told(factor)).toBe(expected)
  expect(factor?.weight.toFixed(3)).toBe(weight?.toFixed(3))
})
