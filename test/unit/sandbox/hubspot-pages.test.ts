import { beforeEach, describe, expect, it } from 'vitest'
import { naPortalId } from '../../sandbox/hubspot/index.ts'
import { at, createKit, listAt, type HubspotKit } from './hubspot-kit.ts'

const app = 'https://app.hubspot.com'
const home = `${app}/contacts/24680135`
const composer = '?interaction=email&initialEmailSubject=Hello%20you&initialEmailBody=%3Cp%3EOne%3C%2Fp%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E'

describe('HubSpot pages', () => {
  let kit: HubspotKit
  beforeEach(() => {
    kit = createKit()
  })

  it.each([
    [`${home}/record/0-1/70301`, '<title>Priya Raman</title>'],
    [`${home}/record/0-1/70301/`, '<title>Priya Raman</title>'],
    [`${home}/record/0-1/70301/view/1`, 'Data highlights'],
    [`${home}/record/0-1/70301?eschref=%2Fcontacts%2F24680135%2Fobjects%2F0-1%2Fviews%2Fall%2Flist`, 'data-test-id="left-sidebar"'],
    [`${home}/contact/70301`, '<title>Priya Raman</title>'],
    [`${home}/contact/70301/emails`, 'Verdea and fresh food planning'],
    [`${home}/record/0-136/55402`, 'About this lead'],
    [`${home}/record/0-2/80101`, '<title>Alder &amp; Finch Foods</title>'],
    [`${home}/record/0-1/70319`, 'Lifecycle stage became Lead'],
    [`${home}/record/0-1/99`, 'This record does not exist'],
    [`${home}/objects/0-1/views/all/list`, '36 records'],
    [`${home}/objects/0-1/views/my/list`, 'Priya Raman'],
    [`${home}/objects/0-136/views/all/board`, 'class="board"'],
    [`${app}/prospecting/24680135/leads/view/all-leads?leadId=55401`, 'Marcus Feld'],
    [`${app}/live-messages/24680135/inbox`, 'Nothing to see'],
    ['https://app-eu1.hubspot.com/contacts/13579246/record/0-1/70301', '<title>Willemijn de Graaf</title>'],
  ])('shows %s', async (url, text) => {
    const shown = await kit.page(url)
    expect(shown.status).toBe(200)
    expect(shown.body).toContain(text)
  })

  it('shows an account on its own host only', async () => {
    expect((await kit.page('https://app-eu1.hubspot.com/contacts/24680135/record/0-1/70301')).status).toBe(404)
  })

  it('opens the composer filled in, on the address HubSpot publishes for it', async () => {
    const { body } = await kit.page(`${home}/contact/70301${composer}`)
    expect(body).toContain('value="Hello you"')
    expect(body).toContain('<p>One</p>')
    expect(body).not.toContain('alert(1)')
    expect((await kit.page(`${home}/record/0-1/70301${composer}`)).body).not.toContain('class="composer"')
  })

  it.each([
    ['without a connected inbox', '70301', { connectedInbox: false }, 'Connect your personal email'],
    ['to somebody who opted out', '70318', {}, 'unsubscribed from all email'],
  ])('does not let a mail go %s', async (_, id, switches, text) => {
    kit.hubspot.configure(switches)
    const { body } = await kit.page(`${home}/contact/${id}${composer}`)
    expect(body).toContain(text)
    expect(body).toMatch(/<button type="submit" disabled>/)
  })

  it('logs a mail sent from the composer where a later read finds it', async () => {
    const link = 'https://www.quayside.example/customers/verdea?utm_source=leadside'
    const sent = await kit.page(`${app}/sandbox/send`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ portal: String(naPortalId), contact: '70301', subject: 'Hello', body: `<p>Look: <a href="${link}">case</a></p>` }),
    })
    const id = String(at(sent.body, 'id'))
    const ids = await kit.get('/crm/objects/2026-09/contacts/70301/associations/emails')
    expect(listAt(ids.body, 'results').map((result) => at(result, 'toObjectId'))).toContain(id)
    const mail = await kit.call('POST', '/crm/objects/2026-09/emails/batch/read', {
      inputs: [{ id }],
      properties: ['hs_email_html', 'hs_email_direction', 'hs_email_to_email', 'hs_email_from_email'],
    })
    expect(at(mail.body, 'results.0.properties')).toMatchObject({
      hs_email_direction: 'EMAIL',
      hs_email_to_email: 'priya.raman@alderfinch.example',
      hs_email_from_email: 'robin.hale@quayside.example',
    })
    expect(at(mail.body, 'results.0.properties.hs_email_html')).toContain(link)
    expect((await kit.get('/crm/objects/2026-09/contacts/70301?properties=num_contacted_notes')).body).toMatchObject({
      properties: { num_contacted_notes: '2' },
    })
  })

  it('gives the view of an address to the page that moved there by pushState', async () => {
    const shown = await kit.page(`${app}/sandbox/view?path=${encodeURIComponent('/contacts/24680135/record/0-1/70302')}`)
    expect(shown.body).toMatchObject({ title: 'Marcus Feld' })
    expect(at(shown.body, 'html')).toContain('data-test-id="records-right-sidebar"')
  })

  it('sends a strict content policy, and the one the switch names', async () => {
    expect((await kit.page(`${home}/record/0-1/70301`)).headers.get('content-security-policy')).toContain("frame-src 'none'")
    kit.hubspot.configure({ pageSecurityPolicy: "default-src 'none'" })
    expect((await kit.page(`${home}/record/0-1/70301`)).headers.get('content-security-policy')).toBe("default-src 'none'")
    kit.hubspot.configure({ pageSecurityPolicy: null })
    expect((await kit.page(`${home}/record/0-1/70301`)).headers.get('content-security-policy')).toBeNull()
  })

  it('shows the standing verdict once the product has written it', async () => {
    kit.hubspot.configure({ leadsideProperties: true })
    await kit.call('PATCH', '/crm/objects/2026-09/contacts/70301', { properties: { leadside_verdict: 'not_yet', leadside_until: '2026-12-20' } })
    const { body } = await kit.page(`${home}/record/0-1/70301`)
    expect(body).toMatch(/data-property="leadside_verdict">Not yet</)
    expect(body).toMatch(/data-property="leadside_until">2026-12-20</)
  })
})
