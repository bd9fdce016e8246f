import { describe, expect, it } from 'vitest'
import { pricing } from '@/lib/domain/why/pricing'
import { makeInput, told } from './input'

describe('pricing', () => {
  it.each<[string | undefined, number[]]>([
    [undefined, []],
    [undefined, [31]],
    ['why.pricing_once {"days":1}', [0]],
    ['why.pricing_once {"days":3}', [2.5]],
    ['why.pricing_twice {"days":3}', [0.1, 3]],
    ['why.pricing_times 4 {"days":29}', [0, 1, 9, 29]],
    ['why.pricing_once {"days":1}', [-2]],
  ])('says %s for visits %j days ago', (expected, days) => {
    expect(told(pricing(makeInput(days.map((daysAgo) => ({ kind: 'pricing', daysAgo })))))).toBe(expected)
  })

  it('fades by half in two weeks, grows with visits and stays within one', () => {
    const weight = (days: number[]) => pricing(makeInput(days.map((daysAgo) => ({ kind: 'pricing', daysAgo }))))?.weight ?? 0
    expect(weight([0])).toBeCloseTo(0.88)
    expect(weight([14])).toBeCloseTo(0.44)
    expect(weight([0, 1, 2])).toBeCloseTo(0.94)
    expect(weight([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])).toBeCloseTo(0.97)
  })

  it('shows its evidence', () => {
    const factor = pricing(makeInput([{ kind: 'pricing', daysAgo: 1 }, { kind: 'video', daysAgo: 1 }, { kind: 'pricing', daysAgo: 2 }]))
    expect(factor).toMatchObject({ name: 'pricing', touchIds: ['t0', 't2'], storyKeys: ['https://www.example.com/p0', 'https://www.example.com/p2'] })
  })
})
