import { describe, expect, it } from 'vitest'
import { leadRef, harness, host } from './sandbox-harness'

async function signedIn(options: Parameters<typeof harness>[0] = {}) {
  const h = harness(options)
  await h.signIn()
  return h
}

describe('the report of a connection', () => {
  it('names user, scopes and what is left of the day’s calls', async () => {
    const h = await signedIn()
    const report = await h.connector.report(host)
    expect(report).toMatchObject({ crm: 'salesforce', org: host, mode: 'oauth', state: 'connected', scopes: ['api', 'id', 'refresh_token'], actingAs: { name: 'Dana Okafor', verified: true } })
    expect(report.budget).toEqual({ used: h.org.switches.apiUsage.used, max: 150_000, at: h.now() })
    expect(report.abilities.every((ability) => ability.ok)).toBe(true)
  })

  it('names what a bare org lacks and who can bring it', async () => {
    const h = await signedIn({ org: 'harbor' })
    const { abilities } = await h.connector.report(h.org.plan.apiHost)
    expect(abilities.filter((ability) => !ability.ok)).toEqual([
      { name: 'sf-verdicts', ok: false, need: 'Lead_Feedback__c', who: 'admin' },
      { name: 'sf-emails', ok: false, need: 'EmailMessage', who: 'admin' },
      { name: 'sf-deliveries', ok: false, need: 'ContentDistribution', who: 'admin' },
      { name: 'sf-package', ok: false, need: 'Account Engagement, Marketo Sales Insight', who: 'vendor' },
    ])
  })

  it('sees at once what an admin just deployed, although its absence was remembered', async () => {
    const h = await signedIn()
    h.org.set({ features: { leadFeedback: false, enhancedEmail: false } })
    await h.connector.open(leadRef('rachel-goldberg'))
    h.org.set({ features: { leadFeedback: true, enhancedEmail: true } })
    expect((await h.connector.open(leadRef('rachel-goldberg'))).sources.find(({ name }) => name === 'sf-emails')?.state).toBe('missing')
    await h.connector.report(host)
    expect((await h.connector.open(leadRef('rachel-goldberg'))).sources.find(({ name }) => name === 'sf-emails')?.state).toBe('found')
  })

  it('says that a sign-in without refresh token ends with the session', async () => {
    const h = harness()
    await h.signIn('rep', { refreshToken: undefined })
    expect((await h.connector.report(host)).abilities).toContainEqual({ name: 'sf-renewal', ok: false, need: 'refresh_token', who: 'admin' })
  })

  it('says who to ask where the API is off', async () => {
    const h = await signedIn()
    h.org.set({ apiEnabled: false })
    expect(await h.connector.report(host)).toMatchObject({ state: 'failed', error: { kind: 'forbidden', detail: 'API_CURRENTLY_DISABLED' } })
  })

  it('needs a sign-in', async () => {
    await expect(harness().connector.report(host)).rejects.toMatchObject({ kind: 'not-connected' })
  })
})
