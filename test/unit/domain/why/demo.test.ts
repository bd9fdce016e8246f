import { expect, it } from 'vitest'
import { demo } from '@/lib/domain/why/demo'
import { now } from '../make'
import { makeInput, told } from './input'

const view = { kind: 'demo', signals: {} } as const
it.each<[string | undefined, Parameters<typeof makeInput>[0]]>([
  [undefined, [{ kind: 'pricing' }]],
  [undefined, [{ ...view, daysAgo: 31 }]],
  ['why.demo_once {"days":4}', [{ ...view, daysAgo: 4 }]],
  ['why.demo_twice {"days":4}', [{ ...view, daysAgo: 4 }, view]],
  [`why.demo_asked {"date":${now - 5 * 86_400_000}}`, [view, { kind: 'demo', daysAgo: 5 }]],
  [`why.demo_asked {"date":${now}}`, [{ kind: 'form', url: 'https://www.example.com/request-a-demo' }]],
  [undefined, [{ kind: 'demo', daysAgo: 91 }]],
])('says %s for %j', (expected, acts) => {
  expect(told(demo(makeInput(acts)))).toBe(expected)
})
