import { describe, expect, it } from 'vitest'
import { createBudget } from '@/lib/connectors/salesforce/org/budget'
import { harness, host, leadRef } from '../sandbox-harness'
import { verdict } from '../events'

const headers = (text: string) => new Headers({ 'sforce-limit-info': text })

describe('budget', () => {
  it.each([
    ['api-usage=18/5000', { used: 18, max: 5000, at: 7 }],
    ['api-usage=25/5000; per-app-api-usage=17/250(appName=sample)', { used: 25, max: 5000, at: 7 }],
    ['per-app-api-usage=17/250(appName=sample)', undefined],
    ['', undefined],
  ])('reads %j', (text, expected) => {
    const budget = createBudget({ now: () => 7 })
    budget.observe(headers(text))
    expect(budget.known()).toEqual(expected)
  })

  it('stops reads before writes, and looks again after a while', () => {
    let now = 0
    const budget = createBudget({ now: () => now })
    budget.observe(headers('api-usage=9600/10000'))
    expect(() => budget.expectRoom('read')).toThrow('quota')
    expect(() => budget.expectRoom('write')).not.toThrow()
    budget.observe(headers('api-usage=9950/10000'))
    expect(() => budget.expectRoom('write')).toThrow('quota')
    now = 15 * 60_000
    expect(() => budget.expectRoom('read')).not.toThrow()
  })

  it('F25 leaves the last calls of the day to others', async () => {
    const h = harness()
    await h.signIn()
    h.org.set({ apiUsage: { used: 960, max: 1000 } })
    await h.connector.report(host)
    const before = h.org.switches.apiUsage.used
    await expect(h.connector.open(leadRef('rachel-goldberg'))).rejects.toMatchObject({ kind: 'quota', retryAt: expect.any(Number) })
    expect(h.org.switches.apiUsage.used - before).toBeLessThanOrEqual(2)
    await h.connector.deliver(verdict(leadRef('rachel-goldberg'), h), { unsure: false, since: h.now() })
    expect(h.org.written()['Lead_Feedback__c']).toHaveLength(1)
  })

  it('F25 names a day that is used up', async () => {
    const h = harness()
    await h.signIn()
    h.org.set({ apiUsage: { used: 1000, max: 1000 } })
    await expect(h.connector.open(leadRef('rachel-goldberg'))).rejects.toMatchObject({ kind: 'quota' })
  })
})
