import { Connection, OAuth2 } from 'jsforce'
import { createHash } from 'node:crypto'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../../sandbox/server.ts'
import { contactId, leadId } from './salesforce-fixtures.ts'

/**
 * The vendor's ecosystem client, unmodified, over TLS with certificate checks on: it reaches the real host names through the sandbox's
 * CONNECT proxy. That it works is the proof that the sandbox answers as Salesforce does.
 */
let sandbox: Sandbox
let connection: Connection
const trusted = getCACertificates('default')

beforeAll(async () => {
  sandbox = await startSandbox()
  setDefaultCACertificates([...trusted, sandbox.certificate])
  const accessToken = sandbox.salesforce.quayside.apiSession('rep').token
  connection = new Connection({ instanceUrl: 'https://quayside.my.salesforce.com', accessToken, version: '67.0', httpProxy: `http://127.0.0.1:${sandbox.proxyPort}` })
})
afterAll(async () => {
  setDefaultCACertificates(trusted)
  await sandbox.close()
})

describe('jsforce', () => {
  it('queries, with parents and paging', async () => {
    const found = await connection.query<{ Name: string; Owner: { Name: string } }>(`SELECT Id, Name, Owner.Name FROM Lead WHERE Id = '${leadId('priya-raman')}'`)
    expect(found).toMatchObject({ totalSize: 1, done: true, records: [{ Name: 'Priya Raman', Owner: { Name: 'Dana Okafor' } }] })
    const all = await connection.query('SELECT Id FROM Task', { autoFetch: true, maxFetch: 1000, headers: { 'Sforce-Query-Options': 'batchSize=200' } })
    expect(all.records.length).toBe(all.totalSize)
    expect(all.totalSize).toBeGreaterThan(200)
  })

  it('builds its own SOQL that the sandbox understands', async () => {
    const leads = await connection.sobject('Lead').find({ Company: "O'Brien & Daughters <Ltd>", IsConverted: false }, ['Id', 'LastName']).limit(5)
    expect(leads).toMatchObject([{ LastName: "O'Brien" }])
  })

  it('creates, retrieves, updates, upserts and deletes', async () => {
    const made = await connection.sobject('Task').create({ Subject: 'Sent: Pricing', WhoId: contactId('jonas-weber'), Status: 'Completed' })
    expect(made.success).toBe(true)
    const id = made.id ?? ''
    expect(await connection.sobject('Task').update({ Id: id, Priority: 'High' })).toMatchObject({ success: true })
    expect(await connection.sobject('Task').retrieve(id)).toMatchObject({ Subject: 'Sent: Pricing', Priority: 'High' })
    const verdict = { Feedback_Key__c: '01994c3e-0000-7000-8000-00000000beef', Lead__c: leadId('noah-fischer'), Verdict__c: 'not_yet', Until__c: '2026-12-01' }
    expect(await connection.sobject('Lead_Feedback__c').upsert(verdict, 'Feedback_Key__c')).toMatchObject({ success: true, created: true })
    expect(await connection.sobject('Lead_Feedback__c').upsert(verdict, 'Feedback_Key__c')).toMatchObject({ success: true, created: false })
    expect(await connection.sobject('Task').destroy(id)).toMatchObject({ success: true })
  })

  it('describes', async () => {
    const lead = await connection.describe('Lead')
    expect(lead.fields.find((field) => field.name === 'Status')?.picklistValues?.map((entry) => entry.value)).toContain('Nurturing')
    expect((await connection.describeGlobal()).sobjects.map((entry) => entry.name)).toContain('Lead_Feedback__c')
  })

  it('knows who it is, and the limits', async () => {
    expect(await connection.identity()).toMatchObject({ user_id: sandbox.salesforce.quayside.user('rep').id, organization_id: sandbox.salesforce.quayside.plan.id })
    expect(await connection.request('/services/oauth2/userinfo')).toMatchObject({ name: 'Dana Okafor' })
    expect(await connection.limits()).toMatchObject({ DailyApiRequests: { Max: 150_000 } })
    expect(connection.limitInfo.apiUsage).toMatchObject({ limit: 150_000 })
  })

  it('sends a composite request', async () => {
    const compositeRequest = [{ method: 'GET', referenceId: 'org', url: '/services/data/v67.0/query?q=SELECT+Name+FROM+Organization' }]
    const answer = await connection.requestPost('/composite', { allOrNone: false, compositeRequest })
    expect(answer).toMatchObject({ compositeResponse: [{ referenceId: 'org', httpStatusCode: 200, body: { records: [{ Name: 'Quayside' }] } }] })
  })

  it('reads the errors', async () => {
    await expect(connection.query('SELECT Nope FROM Lead')).rejects.toMatchObject({ errorCode: 'INVALID_FIELD' })
    await expect(connection.sobject('Lead').create({ FirstName: 'x' })).rejects.toMatchObject({ errorCode: 'REQUIRED_FIELD_MISSING' })
  })

  it('signs in with PKCE, refreshes and revokes', async () => {
    const oauth2 = new OAuth2({ loginUrl: 'https://quayside.my.salesforce.com', clientId: '3MVG9.sandbox.leadside', redirectUri: 'http://127.0.0.1/done', useVerifier: true, httpProxy: `http://127.0.0.1:${sandbox.proxyPort}` })
    const asked = new URL(oauth2.getAuthorizationUrl({ scope: 'api id refresh_token', state: 'x' }))
    expect(asked.searchParams.get('code_challenge')).toBe(createHash('sha256').update(oauth2.codeVerifier ?? '').digest('base64url'))
    const sent = await sandbox.fetch(asked, { redirect: 'manual' })
    const code = new URL(sent.headers.get('location') ?? '').searchParams.get('code') ?? ''
    const first = await oauth2.requestToken(code)
    const renewed = await oauth2.refreshToken(first.refresh_token ?? '')
    expect(renewed).toMatchObject({ instance_url: 'https://quayside.my.salesforce.com', token_type: 'Bearer' })
    await oauth2.revokeToken(renewed.access_token)
    expect(sandbox.salesforce.quayside.sessions.find(renewed.access_token, Date.now())).toBeUndefined()
  })
})
