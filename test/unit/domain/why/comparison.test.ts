import { expect, it } from 'vitest'
import { comparison } from '@/lib/domain/why/comparison'
import { makeInput, told } from './input'

it('counts comparisons only', () => {
  expect(told(comparison(makeInput([{ kind: 'comparison' }, { kind: 'comparison', daysAgo: 1 }])))).toBe('why.comparison_twice {"days":1}')
  expect(comparison(makeInput([{ kind: 'pricing' }]))).toBeUndefined()
})
