import { hubApp } from '../sandbox/hubspot/index.ts'
import { startProvider } from '../contract/hub/openid-provider.ts'
import { chromiumPath, expect, launchSecond, test } from './fixtures.ts'
import { keptCode } from './harness/kept.ts'
import { launchProspect, seesOpenings, sendTracked, startTestHub, teamAsset as asset } from './harness/hub.ts'
import { hubspotContact } from './harness/leads.ts'
import { hubspotPortal } from './harness/people.ts'
import { askFrom, setUp } from './harness/set-up.ts'
import { openLead, reachesCrm } from './steps.ts'

const clientId = 'leadside-hub'
const robin = { owner: '41629779', name: 'Robin Hale', account: { sub: 'robin', email: 'robin.hale@quayside.example', email_verified: true, name: 'Robin Hale' } }

test('a rep whose company signs them in works on HubSpot through the hub, and no HubSpot token is in their browser', async ({ beginChromium }) => {
  test.setTimeout(180_000)
  const surface = await beginChromium({ consent: true })
  const { sandbox } = surface
  const rep = await launchSecond(sandbox)
  const company = await startProvider({ clientId, redirectUri: `https://${rep.extensionId}.chromiumapp.org/` })
  company.signInAs(robin.account)
  const hub = await startTestHub(sandbox, {
    LEADSIDE_OIDC_ISSUER: company.issuer, LEADSIDE_OIDC_CLIENT_ID: clientId, LEADSIDE_OIDC_DOMAINS: 'quayside.example',
    LEADSIDE_HUBSPOT_CLIENT_ID: hubApp.clientId, LEADSIDE_HUBSPOT_CLIENT_SECRET: hubApp.clientSecret,
  })
  const prospect = await launchProspect(sandbox, chromiumPath)
  try {
    // The owner agrees once on HubSpot's page, for everybody, and makes the properties verdicts are kept in.
    const { view: owner } = await surface.desk('#/connections')
    await askFrom(owner)('team.join', { invite: hub.invite, name: 'Olivia Marsh' })
    await owner.click({ role: 'button', name: 'Connect with a click' })
    const agree = await surface.waitForTab(/oauth\/authorize/)
    await agree.page.click({ role: 'radio', name: new RegExp(hubspotPortal) })
    await agree.page.click({ role: 'button', name: 'Connect app' })
    await agree.page.sees('HubSpot is connected')
    await agree.close()
    await owner.sees(`Connected with portal ${hubspotPortal}.`)
    await owner.click({ role: 'button', name: 'Set up HubSpot' })
    await owner.sees(/leadside_verdict/)
    await askFrom(owner)('team.set-terms', { ...(await askFrom(owner)('team.terms', {}) as object), links: 'person', legalGround: 'Consent in the newsletter form' })
    await askFrom(owner)('library.save', { asset })

    // The rep: the hub's address, the company's sign-in window, nothing else.
    await setUp(rep, { consent: true })
    const { view: desk } = await rep.desk('#/connections')
    await desk.click({ role: 'button', name: 'Join a hub' })
    await desk.type({ role: 'textbox', name: 'Invite' }, hub.url)
    await desk.click({ role: 'button', name: 'Sign in with your company' })
    await desk.sees('Joined')
    await desk.sees(/Robin Hale · Rep/)
    await desk.sees(/HubSpot · 24680135/)

    sandbox.log.clear()
    const { tab, panel } = await openLead(rep, hubspotContact)
    for (const part of ['as Robin Hale', 'Content story', 'Pricing']) await panel.sees(part)
    await panel.click({ role: 'button', name: 'Good' })
    await reachesCrm(surface, 'hubspot', 'good')

    const portal = sandbox.hubspot.portal(Number(hubspotPortal))
    const written = () => portal.journal.filter(({ by }) => by !== 'CRM_UI').map(({ objectType, detail }) => ({ objectType, ...detail }))
    expect(written()).toContainEqual(expect.objectContaining({ objectType: 'contacts', leadside_by: robin.name, leadside_verdict: 'good' }))
    await expect.poll(written).toContainEqual(expect.objectContaining({ objectType: 'notes', hubspot_owner_id: robin.owner }))

    // What is sent by a tracked link is logged once, under the rep's own name; its opening comes back.
    await panel.sees(asset.title)
    const link = await sendTracked(rep, { tab, panel })
    const mails = () => written().filter(({ objectType }) => objectType === 'emails')
    await expect.poll(mails, { timeout: 30_000 }).toHaveLength(1)
    expect(mails()).toMatchObject([{ hubspot_owner_id: robin.owner, hs_email_subject: expect.stringContaining(asset.title), hs_email_text: expect.stringContaining(link) }])
    expect(await prospect.follow(link)).toBe(asset.url)
    await seesOpenings(panel, asset.title, askFrom(desk))
    expect(mails()).toHaveLength(1)

    // HubSpot was asked by the hub alone, and what HubSpot gave the hub is nowhere in the browser.
    const asked = sandbox.log.find({ host: 'api.hubapi.com' })
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter(({ headers }) => !headers['user-agent']?.startsWith('node'))).toEqual([])
    const kept = await desk.evaluate<string>(keptCode('local', 'session'))
    for (const token of sandbox.hubspot.tokens.keys()) expect(kept).not.toContain(token)
    expect(kept).toContain('Priya Raman')

    // Marketing sees whom the verdict is about without ever having opened the record.
    await expect(async () => {
      await askFrom(owner)('team.sync', {})
      expect(((await askFrom(owner)('feedback.page', { limit: 9 })) as { rows: unknown[] }).rows).toHaveLength(1)
    }).toPass({ timeout: 20_000 })
    await owner.evaluate(`location.hash = '#/feedback'`)
    await owner.sees('1 verdict')
    await owner.sees('Priya Raman')
  } finally {
    await Promise.all([rep.close(), prospect.close(), hub.close(), company.close()])
  }
})
