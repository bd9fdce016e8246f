import { expect, it } from 'vitest'
import { now } from '../make'
import { webinar } from '@/lib/domain/why/webinar'
import { makeInput, told } from './input'

it.each<[string | undefined, Parameters<typeof makeInput>[0]]>([
  [undefined, [{ kind: 'webinar-registered' }]],
  [undefined, [{ kind: 'webinar-attended', daysAgo: 91 }]],
  [`why.webinar Page 0 {"date":${now}}`, [{ kind: 'webinar-attended' }]],
  [`why.webinars 2 Page 0 {"date":${now}}`, [{ kind: 'webinar-attended' }, { kind: 'webinar-attended', daysAgo: 20 }]],
])('says %s for %j', (expected, acts) => {
  expect(told(webinar(makeInput(acts)))).toBe(expected)
})

it('fades by half in three weeks', () => {
  expect(webinar(makeInput([{ kind: 'webinar-attended', daysAgo: 21 }]))?.weight).toBeCloseTo(0.39)
})
