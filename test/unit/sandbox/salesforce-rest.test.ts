import { beforeEach, describe, expect, it } from 'vitest'
import { type Bench, contactId, createBench, leadId } from './salesforce-fixtures.ts'

let bench: Bench
beforeEach(() => {
  bench = createBench()
})

const eventId = '01994c3e-0000-7000-8000-00000000abcd'
const feedbackPath = `/sobjects/Lead_Feedback__c/Feedback_Key__c/${eventId}`
const verdict = { Lead__c: leadId('noah-fischer'), Verdict__c: 'good', Logged_At__c: '2026-09-16T09:59:00Z' }

describe('getting in', () => {
  it('knows two kinds of 401, and sends no limit header with them', async () => {
    const unknown = await bench.call('/limits', { token: 'nonsense' })
    expect([unknown.status, unknown.body]).toEqual([401, [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]])
    expect(unknown.headers.has('sforce-limit-info')).toBe(false)
    bench.org.set({ sessionsMayUseApi: false })
    const cookie = await bench.call('/limits', { token: bench.org.signIn('rep').token })
    expect([cookie.status, cookie.body]).toEqual([401, [{ message: 'This session is not valid for use with the REST API', errorCode: 'INVALID_SESSION_ID' }]])
  })

  it('accepts the browser session of the API host, and expires tokens', async () => {
    const { token } = bench.org.signIn('rep')
    expect(token).toMatch(/^00D\w{12}!/)
    expect((await bench.call('/limits', { token })).status).toBe(200)
    bench.pass(3 * 3_600_000)
    expect((await bench.call('/limits', { token })).status).toBe(401)
  })

  it('counts calls, tells the count, and stops at the limit', async () => {
    expect((await bench.call('/limits')).headers.get('sforce-limit-info')).toBe('api-usage=1008/150000')
    bench.org.set({ apiUsage: { used: 150_000 } })
    expect(await bench.call('/limits')).toMatchObject({ status: 403, body: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED' }] })
  })

  it('answers retired versions and unknown resources with 404', async () => {
    expect((await bench.call('/services/data/v20.0/limits')).status).toBe(404)
    bench.org.set({ newestVersion: 60 })
    expect((await bench.call('/limits')).status).toBe(404)
    expect((await bench.call('/services/data/v60.0/nothing')).body).toEqual([{ message: 'The requested resource does not exist', errorCode: 'NOT_FOUND' }])
    const versions = (await bench.call('/services/data/')).body as { label: string; version: string }[]
    expect(versions.at(-1)).toMatchObject({ version: '60.0' })
  })

  it("redirects calls to the page's host, on which a browser loses the bearer", async () => {
    const { token } = bench.org.apiSession('rep')
    const answer = await bench.sandbox.fetch('https://quayside.lightning.force.com/services/data/v67.0/limits', { headers: { authorization: `Bearer ${token}` } })
    expect(answer.status).toBe(401)
  })
})

describe('writing', () => {
  it('creates, reads, changes and deletes', async () => {
    const made = await bench.call('/sobjects/Task', { method: 'POST', body: { Subject: 'Sent: Pricing', WhoId: leadId('noah-fischer').slice(0, 15), Status: 'Completed', ActivityDate: '2026-09-16', TaskSubtype: 'Email' } })
    expect([made.status, made.body]).toEqual([201, { id: expect.stringMatching(/^00T\w{15}$/) as string, success: true, errors: [] }])
    const { id } = made.body as { id: string }
    expect((await bench.call(`/sobjects/Task/${id}`)).body).toMatchObject({ Subject: 'Sent: Pricing', IsClosed: true, CompletedDateTime: '2026-09-16T10:00:00.000+0000', OwnerId: bench.org.user('rep').id, Priority: 'Normal' })
    expect((await bench.call(`/sobjects/Lead/${leadId('noah-fischer')}?fields=LastActivityDate`)).body).toMatchObject({ LastActivityDate: '2026-09-16' })
    expect((await bench.call(`/sobjects/Task/${id}`, { method: 'PATCH', body: { Priority: 'High' } })).status).toBe(204)
    expect((await bench.call(`/sobjects/Task/${id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await bench.call(`/sobjects/Task/${id}`)).status).toBe(404)
    expect((await bench.call(`/sobjects/Task/${id}`, { method: 'PATCH', body: {} })).body).toMatchObject([{ errorCode: 'ENTITY_IS_DELETED' }])
    expect(bench.org.written().Task).toMatchObject([{ Id: id, Priority: 'High', IsDeleted: true }])
  })

  it('upserts by external id: created once, updated after', async () => {
    const first = await bench.call(feedbackPath, { method: 'PATCH', body: verdict })
    expect([first.status, first.body]).toMatchObject([201, { created: true, success: true }])
    const again = await bench.call(feedbackPath, { method: 'PATCH', body: { ...verdict, Reason__c: 'Real need' } })
    expect([again.status, again.body]).toMatchObject([200, { created: false, id: (first.body as { id: string }).id }])
    expect(bench.org.written().Lead_Feedback__c).toMatchObject([{ Feedback_Key__c: eventId, Verdict__c: 'good', Reason__c: 'Real need', Logged_At__c: '2026-09-16T09:59:00.000+0000', Name: 'LF-000017' }])
    expect((await bench.call(`${feedbackPath.replace('abcd', 'ffff')}?updateOnly=true`, { method: 'PATCH', body: verdict })).status).toBe(404)
    expect((await bench.call(feedbackPath, { method: 'PATCH', body: { ...verdict, Feedback_Key__c: eventId } })).body).toMatchObject([{ errorCode: 'INVALID_FIELD' }])
  })

  it('has committed when only the answer was lost, and counts the repeat as an update', async () => {
    bench.sandbox.faults.add({ effect: { kind: 'reset-after' }, method: 'PATCH', path: '*/sobjects/Lead_Feedback__c/*', count: 1 })
    await expect(bench.call(feedbackPath, { method: 'PATCH', body: verdict })).rejects.toThrow(TypeError)
    expect(bench.org.written().Lead_Feedback__c).toHaveLength(1)
    expect((await bench.call(feedbackPath, { method: 'PATCH', body: verdict })).body).toMatchObject({ created: false })
  })

  it('words injected refusals as its own', async () => {
    for (const [kind, status, errorCode] of [['unauthorized', 401, 'INVALID_SESSION_ID'], ['server-error', 500, 'UNKNOWN_EXCEPTION'], ['unavailable', 503, 'SERVER_UNAVAILABLE']] as const) {
      bench.sandbox.faults.add({ effect: { kind }, count: 1 })
      expect(await bench.call('/limits')).toMatchObject({ status, body: [{ errorCode }] })
    }
  })

  it('lists the records when an external id fits several', async () => {
    const { org } = bench
    await bench.call(feedbackPath, { method: 'PATCH', body: verdict })
    const [row] = org.written().Lead_Feedback__c ?? []
    org.store.put('Lead_Feedback__c', { ...row, Id: 'a055g0000000000AAA' })
    const answer = await bench.call(feedbackPath, { method: 'PATCH', body: verdict })
    expect([answer.status, (answer.body as unknown[]).length]).toEqual([300, 2])
  })

  it.each([
    ['Lead_Feedback__c', { Verdict__c: 'maybe' }, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', ['Verdict__c']],
    ['Lead_Feedback__c', { Reason__c: 'x'.repeat(81) }, 'STRING_TOO_LONG', ['Reason__c']],
    ['Lead_Feedback__c', { Until__c: 'soon' }, 'JSON_PARSER_ERROR', undefined],
    ['Lead_Feedback__c', { Rep_Name__c: true }, 'JSON_PARSER_ERROR', undefined],
    ['Lead_Feedback__c', { Colour__c: 'red' }, 'INVALID_FIELD', undefined],
    ['Lead_Feedback__c', { Lead__c: 'abc' }, 'MALFORMED_ID', ['Lead__c']],
    ['Lead_Feedback__c', { Lead__c: contactId('jonas-weber') }, 'FIELD_INTEGRITY_EXCEPTION', ['Lead__c']],
    ['Lead_Feedback__c', { Contact__c: '0035g0000000000AAA' }, 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', []],
    ['Lead_Feedback__c', { Lead__c: leadId('sara-lindqvist') }, 'CANNOT_UPDATE_CONVERTED_LEAD', []],
    ['Lead', { FirstName: 'Only' }, 'REQUIRED_FIELD_MISSING', ['LastName', 'Company']],
    ['Lead', { LastName: 'A', Company: 'B', Email: 'nonsense' }, 'INVALID_EMAIL_ADDRESS', ['Email']],
    ['Lead', { LastName: 'A', Company: 'B', IsConverted: true }, 'INVALID_FIELD_FOR_INSERT_UPDATE', ['IsConverted']],
    ['ContentDistributionView', {}, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', []],
  ])('refuses %s %o as %s', async (object, body, errorCode, fields) => {
    const answer = await bench.call(`/sobjects/${object}`, { method: 'POST', body })
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject([fields === undefined ? { errorCode } : { errorCode, fields }])
  })

  it('leaves converted leads alone and converts only by conversion', async () => {
    const converted = await bench.call(`/sobjects/Lead/${leadId('sara-lindqvist')}`, { method: 'PATCH', body: { Rating: 'Hot' } })
    expect([converted.status, converted.body]).toMatchObject([400, [{ errorCode: 'CANNOT_UPDATE_CONVERTED_LEAD' }]])
    const { call, org } = createBench('marketer')
    org.set({ viewConvertedLeads: [] })
    expect((await call(`/sobjects/Lead/${leadId('priya-raman')}`, { method: 'PATCH', body: { Status: 'Closed - Converted' } })).body).toMatchObject([{ errorCode: 'FIELD_INTEGRITY_EXCEPTION' }])
    const { contactId: made } = org.convertLead(leadId('priya-raman'))
    expect(org.rows('Task').filter((row) => row.WhoId === made).length).toBeGreaterThan(5)
    expect((await call(`/sobjects/Lead/${leadId('priya-raman')}`)).status).toBe(404)
  })

  it('lets holders of the permission edit converted leads', async () => {
    bench.org.set({ viewConvertedLeads: ['rep'] })
    expect((await bench.call(`/sobjects/Lead/${leadId('sara-lindqvist')}`, { method: 'PATCH', body: { Rating: 'Hot' } })).status).toBe(204)
  })

  it('refuses bodies that are not JSON, and fields made read-only', async () => {
    expect((await bench.call('/sobjects/Task', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: {} })).status).toBe(415)
    bench.org.set({ readOnlyFields: ['Lead.Rating'] })
    expect((await bench.call(`/sobjects/Lead/${leadId('priya-raman')}`, { method: 'PATCH', body: { Rating: 'Cold' } })).body).toMatchObject([{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['Rating'] }])
  })

  it('keeps a history of status and fails writes on request', async () => {
    await bench.call(`/sobjects/Lead/${leadId('priya-raman')}`, { method: 'PATCH', body: { Status: 'Nurturing' } })
    expect(bench.org.written().LeadHistory).toMatchObject([{ Field: 'Status', OldValue: 'Working - Contacted', NewValue: 'Nurturing' }])
    bench.org.set({ failures: [{ object: 'Task', errorCode: 'UNABLE_TO_LOCK_ROW', message: 'unable to obtain exclusive access to this record' }] })
    const task = { method: 'POST', body: { Subject: 'x' } }
    expect((await bench.call('/sobjects/Task', task)).body).toMatchObject([{ errorCode: 'UNABLE_TO_LOCK_ROW' }])
    expect((await bench.call('/sobjects/Task', task)).status).toBe(201)
  })

  it('forgets on reset', async () => {
    await bench.call(feedbackPath, { method: 'PATCH', body: verdict })
    bench.sandbox.reset()
    expect(bench.org.written()).toEqual({})
    expect(bench.org.rows('Lead_Feedback__c')).toHaveLength(16)
  })
})

describe('the schema', () => {
  it('tells fields as field security leaves them', async () => {
    bench.org.set({ hiddenFields: ['Lead.Rating'], readOnlyFields: ['Lead.Status'] })
    const { body } = await bench.call('/sobjects/Lead/describe')
    const { fields } = body as { fields: { name: string; updateable: boolean }[] }
    expect(fields.find((field) => field.name === 'Rating')).toBeUndefined()
    expect(fields.find((field) => field.name === 'Status')).toMatchObject({ updateable: false })
    expect(fields.some((field) => field.name === 'pi__score__c')).toBe(true)
  })

  it('lists objects and misses absent ones', async () => {
    bench.org.set({ features: { leadFeedback: false } })
    const { body } = await bench.call('/sobjects')
    const sobjects = (body as { sobjects: { name: string }[] }).sobjects.map((entry) => entry.name)
    expect(sobjects).toContain('CampaignMember')
    expect(sobjects).not.toContain('Lead_Feedback__c')
    expect((await bench.call('/sobjects/Lead_Feedback__c/describe')).status).toBe(404)
  })
})

describe('composite', () => {
  const query = (referenceId: string, soql: string): object => ({ method: 'GET', referenceId, url: `/services/data/v67.0/query/?q=${encodeURIComponent(soql)}` })
  const post = (compositeRequest: object[], allOrNone = false): ReturnType<Bench['call']> => bench.call('/composite', { method: 'POST', body: { allOrNone, compositeRequest } })

  it('costs one call, and one failing part costs only itself', async () => {
    const { status, body, headers } = await post([query('person', `SELECT Id, Name FROM Lead WHERE Id = '${leadId('priya-raman')}'`), query('bad', 'SELECT Bogus FROM Lead')])
    expect([status, headers.get('sforce-limit-info')]).toEqual([200, 'api-usage=1008/150000'])
    expect(body).toMatchObject({ compositeResponse: [{ referenceId: 'person', httpStatusCode: 200, body: { records: [{ Name: 'Priya Raman' }] } }, { referenceId: 'bad', httpStatusCode: 400, body: [{ errorCode: 'INVALID_FIELD' }] }] })
  })

  it('feeds results into later parts', async () => {
    const { body } = await post([
      query('person', "SELECT Id FROM Lead WHERE Name = 'Noah Fischer'"),
      { method: 'POST', referenceId: 'task', url: '/services/data/v67.0/sobjects/Task', body: { Subject: 'Hello', WhoId: '@{person.records[0].Id}' } },
      { method: 'PATCH', referenceId: 'close', url: '/services/data/v67.0/sobjects/Task/@{task.id}', body: { Status: 'Completed' } },
      { method: 'GET', referenceId: 'gone', url: '/services/data/v67.0/sobjects/Task/@{nothing.id}' },
    ])
    expect(body).toMatchObject({ compositeResponse: [{}, { httpStatusCode: 201 }, { httpStatusCode: 204, body: null }, { httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] }] })
    expect(bench.org.written().Task).toMatchObject([{ WhoId: leadId('noah-fischer'), IsClosed: true }])
  })

  it('rolls everything back with allOrNone', async () => {
    const { status, body } = await post([
      { method: 'POST', referenceId: 'task', url: '/services/data/v67.0/sobjects/Task', body: { Subject: 'Hello' } },
      { method: 'PATCH', referenceId: 'verdict', url: `/services/data/v67.0${feedbackPath}`, body: { Verdict__c: 'maybe' } },
    ], true)
    expect(status).toBe(200)
    expect(body).toMatchObject({ compositeResponse: [{ httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] }, { httpStatusCode: 400, body: [{ errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST' }] }] })
    expect(bench.org.written()).toEqual({})
  })

  it('refuses a sixth query, a 26th part and repeated references', async () => {
    const queries = (count: number): object[] => Array.from({ length: count }, (_, index) => query(`q${index}`, 'SELECT Id FROM Organization'))
    expect((await post(queries(5))).status).toBe(200)
    expect((await post(queries(6))).status).toBe(400)
    expect((await post([query('same', 'SELECT Id FROM User'), query('same', 'SELECT Id FROM User')])).status).toBe(400)
    const tasks = Array.from({ length: 26 }, (_, index) => ({ method: 'POST', referenceId: `t${index}`, url: '/services/data/v67.0/sobjects/Task', body: { Subject: 'x' } }))
    expect((await post(tasks)).status).toBe(400)
  })

  it('counts each part of a batch', async () => {
    const { body, headers } = await bench.call('/composite/batch', { method: 'POST', body: { batchRequests: [{ method: 'GET', url: 'v67.0/limits' }, { method: 'GET', url: 'v67.0/sobjects/Lead/nobody' }] } })
    expect(body).toMatchObject({ hasErrors: true, results: [{ statusCode: 200 }, { statusCode: 404 }] })
    expect(headers.get('sforce-limit-info')).toBe('api-usage=1009/150000')
  })
})

describe('a bare org', () => {
  it('lacks packages, deliveries, mails and the feedback object', async () => {
    const { harbor } = bench.sandbox.salesforce
    const { token } = harbor.apiSession('rep')
    const ask = async (soql: string): Promise<unknown> =>
      (await bench.sandbox.fetch(`https://harbor--uat.sandbox.my.salesforce.com/services/data/v67.0/query?q=${encodeURIComponent(soql)}`, { headers: { authorization: `Bearer ${token}` } })).json()
    expect(await ask('SELECT Name FROM Lead ORDER BY Name')).toMatchObject({ totalSize: 3 })
    for (const object of ['EmailMessage', 'ContentDistribution', 'Lead_Feedback__c']) expect(await ask(`SELECT Id FROM ${object}`)).toMatchObject([{ errorCode: 'INVALID_TYPE' }])
    expect((await bench.call('/limits', { token })).status).toBe(401)
  })
})
