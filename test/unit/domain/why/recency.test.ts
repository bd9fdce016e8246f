import { expect, it } from 'vitest'
import { recency } from '@/lib/domain/why/recency'
import { now } from '../make'
import { makeInput, told } from './input'

it.each<[string | undefined, Parameters<typeof makeInput>[0]]>([
  [undefined, []],
  [undefined, [{ daysAgo: 31 }]],
  [undefined, [{ kind: 'link-view', signals: {} }]],
  ['why.recency_today Page 0', [{ signals: {} }]],
  ['why.recency_today Page 0', [{ daysAgo: 0.9 }]],
  [`why.recency {"date":${now}} Page 0`, [{ dayOnly: true }]],
  [`why.recency {"date":${now - 3 * 86_400_000}} Page 0`, [{ daysAgo: 3 }, { daysAgo: 5 }]],
])('says %s for %j', (expected, acts) => {
  expect(told(recency(makeInput(acts)))).toBe(expected)
})
