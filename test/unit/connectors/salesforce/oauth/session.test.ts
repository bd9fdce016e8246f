import { describe, expect, it } from 'vitest'
import { createSalesforceSignIn } from '@/lib/connectors/salesforce/oauth/sign-in'
import { verdict } from '../events'
import { harness, host, leadRef, origin } from '../sandbox-harness'

const lead = leadRef('rachel-goldberg')

/** The rep's browser session, taken over. */
async function withSession() {
  const h = harness()
  h.browser.session = h.org.signIn('rep').token
  await createSalesforceSignIn(h.deps).useSession(host)
  return h
}
const deliver = (h: ReturnType<typeof harness>) => h.connector.deliver(verdict(lead, h), { unsure: false, since: h.now() })

describe('the browser’s own session', () => {
  it('is taken over with the user it belongs to', async () => {
    const h = await withSession()
    expect(await h.vault.get(h.orgKey)).toMatchObject({ mode: 'session', userId: h.org.user('rep').id, apiOrigin: origin })
    expect((await h.connector.open(lead)).actingAs?.name).toBe('Dana Okafor')
    await deliver(h)
  })

  it('is not there for who is signed out', async () => {
    const h = harness()
    await expect(createSalesforceSignIn(h.deps).useSession(host)).rejects.toMatchObject({ kind: 'signed-out' })
  })

  it('is refused where the org keeps sessions from its API, as a matter of policy and not of expiry', async () => {
    const h = harness()
    h.org.set({ sessionsMayUseApi: false })
    h.browser.session = h.org.signIn('rep').token
    await expect(createSalesforceSignIn(h.deps).useSession(host)).rejects.toMatchObject({ kind: 'policy' })
    expect(await h.vault.get(h.orgKey)).toBeUndefined()
  })

  it('stays of use when the org forbids it later, with the reason', async () => {
    const h = await withSession()
    h.org.set({ sessionsMayUseApi: false })
    await expect(h.connector.open(lead)).rejects.toMatchObject({ kind: 'policy' })
  })

  it('follows the page to a newer session of the same person', async () => {
    const h = await withSession()
    await h.connector.open(lead)
    h.org.sessions.expire()
    h.browser.session = h.org.signIn('rep').token
    await h.connector.open(lead)
    expect((await h.vault.get(h.orgKey))?.accessToken).toBe(h.browser.session)
  })

  it('S43 writes nothing while the page belongs to somebody else, and says whose session that is', async () => {
    const h = await withSession()
    h.browser.session = h.org.signIn('secondRep').token
    await expect(deliver(h)).rejects.toMatchObject({ kind: 'wrong-user', detail: 'Miguel Santos' })
    await expect(h.connector.actor(host)).rejects.toMatchObject({ kind: 'wrong-user' })
    expect(h.org.written()['Lead_Feedback__c'] ?? []).toEqual([])
    h.browser.session = h.org.signIn('rep').token
    await deliver(h)
    expect(h.org.written()['Lead_Feedback__c']).toHaveLength(1)
  })

  it('S43 is not renewed with somebody else’s', async () => {
    const h = await withSession()
    await h.connector.open(lead)
    h.org.sessions.expire()
    h.browser.session = h.org.signIn('secondRep').token
    await expect(h.connector.open(lead)).rejects.toMatchObject({ kind: 'wrong-user', detail: 'Miguel Santos' })
  })

  it('ends signed out when the page does', async () => {
    const h = await withSession()
    await h.connector.open(lead)
    h.org.sessions.expire()
    h.browser.session = undefined
    await expect(h.connector.open(lead)).rejects.toMatchObject({ kind: 'signed-out' })
  })

  it('is only forgotten here, never ended: the person goes on working', async () => {
    const h = await withSession()
    await createSalesforceSignIn(h.deps).disconnect(host)
    expect(await h.vault.get(h.orgKey)).toBeUndefined()
    expect(h.org.sessions.find(h.browser.session ?? '', h.now())).toBeDefined()
  })
})
