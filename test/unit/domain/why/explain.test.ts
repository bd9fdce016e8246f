import fc from 'fast-check'
import { expect, it } from 'vitest'
import { touchKind } from '@/lib/domain/touch'
import { explain } from '@/lib/domain/why'
import { factor } from '@/lib/domain/why/factor'
import { makeInput } from './input'

it('puts the strongest first', () => {
  const names = explain(makeInput([{ kind: 'pricing', daysAgo: 2 }, { kind: 'email-reply', daysAgo: 1 }, { kind: 'page-view', daysAgo: 3 }], { score: { value: 60, system: 'hubspot' } })).map(({ name }) => name)
  expect(names).toEqual(['reply', 'pricing', 'recency', 'frequency', 'score'])
})

it('has nothing to say of a new lead', () => {
  expect(explain(makeInput([]))).toEqual([])
})

it('never names a factor about behaviour without its touches, and weighs all between 0 and 1', () => {
  const act = fc.record({ kind: fc.constantFrom(...touchKind.options), daysAgo: fc.double({ min: -5, max: 400, noNaN: true }), campaign: fc.constantFrom(undefined, { name: 'Spring' }), signals: fc.constantFrom({}, { deliberate: true }, { probe: true }) })
  fc.assert(fc.property(fc.array(act, { maxLength: 15 }), (acts) => {
    const input = makeInput(acts, { score: { value: 50, system: 'hubspot' } })
    const human = new Set(input.touches.map(({ id }) => id))
    for (const found of explain(input)) {
      expect(factor.parse(found)).toEqual(found)
      expect(found.weight).toBeGreaterThan(0)
      expect(found.weight).toBeLessThanOrEqual(1)
      expect(found.touchIds.length > 0).toBe(found.name !== 'score')
      expect(found.touchIds.every((id) => human.has(id))).toBe(true)
    }
  }))
})
