import { expect, it } from 'vitest'
import { campaign } from '@/lib/domain/why/campaign'
import { now } from '../make'
import { makeInput, told } from './input'

const spring = { name: 'Spring' }
it.each<[string | undefined, Parameters<typeof makeInput>[0]]>([
  [undefined, [{ kind: 'campaign-response' }]],
  [undefined, [{ kind: 'page-view', campaign: spring }]],
  [undefined, [{ kind: 'campaign-response', campaign: spring, daysAgo: 91 }]],
  [`why.campaign Spring {"date":${now}}`, [{ kind: 'campaign-response', campaign: spring }]],
  [`why.campaign Spring {"date":${now}}`, [{ kind: 'form', campaign: spring }, { kind: 'download', campaign: spring, daysAgo: 2 }]],
  [`why.campaigns 2 Spring {"date":${now}}`, [{ kind: 'form', campaign: spring }, { kind: 'event', campaign: { name: 'Fair' }, daysAgo: 2 }]],
])('says %s for %j', (expected, acts) => {
  expect(told(campaign(makeInput(acts)))).toBe(expected)
})
