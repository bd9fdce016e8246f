import { describe, expect, it } from 'vitest'
import { createBench, leadId } from './salesforce-fixtures.ts'

const bench = createBench()

async function names(query: string): Promise<unknown[]> {
  const { status, body } = await bench.soql(query)
  expect(body).toMatchObject({ done: true })
  expect(status).toBe(200)
  return (body as { records: { Name: unknown }[] }).records.map((record) => record.Name)
}

describe('what a query finds', () => {
  it.each([
    ["SELECT Name FROM Lead WHERE Company = 'acme robotics'", ['Priya Raman']],
    ["SELECT Name FROM Lead WHERE Id = '00Q5g0ss66z4g74'", ['Priya Raman']],
    ["SELECT Name FROM Lead WHERE Name LIKE 'pri%'", ['Priya Raman']],
    ["SELECT Name FROM Lead WHERE LastName = 'O\\'Brien'", ["Siobhán O'Brien"]],
    ["SELECT Name FROM Lead WHERE Company LIKE '%\\%%'", []],
    ["SELECT Name FROM Lead WHERE HasOptedOutOfEmail = true ORDER BY Name", ['Sven Nordqvist', 'Wyatt Greenfield']],
    ["SELECT Name FROM Lead WHERE pi__score__c >= 180 ORDER BY pi__score__c DESC", ['Rachel Goldberg', 'Haruka Nakamura']],
    ["SELECT Name FROM Lead WHERE pi__score__c = null", ['Noah Fischer']],
    ["SELECT Name FROM Lead WHERE Rating IN ('Hot') AND (Country = 'France' OR Country = 'Japan') ORDER BY Name ASC", ['Camille Laurent', 'Haruka Nakamura']],
    ["SELECT Name FROM Lead WHERE (NOT Country = 'Germany') AND Rating = 'Hot' AND Industry NOT IN ('Retail', 'Transportation') ORDER BY Name", ['Haruka Nakamura', 'Rachel Goldberg']],
    ["SELECT Name FROM Lead WHERE CreatedDate = TODAY", ['Noah Fischer']],
    ["SELECT Name FROM Lead WHERE CreatedDate > 2026-09-14T00:00:00Z ORDER BY CreatedDate", ['Thandiwe Mokoena', 'Noah Fischer']],
    ['SELECT Name FROM Lead WHERE CreatedDate > 2026-09-14T23:00:00+02:00 ORDER BY CreatedDate DESC', ['Noah Fischer', 'Thandiwe Mokoena']],
    ["SELECT Name FROM Lead WHERE Owner.Name = 'Miguel Santos' AND Rating = 'Hot'", ['Haruka Nakamura']],
    ['SELECT Name FROM Contact WHERE IsPersonAccount = true', ['Maja Horvat']],
    ['SELECT Name FROM Campaign ORDER BY StartDate DESC NULLS LAST LIMIT 1 OFFSET 1', ['Newsletter: Planning notes']],
  ])('%s', async (query, expected) => {
    expect(await names(query)).toEqual(expected)
  })

  it('nests parents, polymorphic ones as Name', async () => {
    const { body } = await bench.soql(`SELECT Id, Campaign.Name, Campaign.Type, Lead.Owner.Name, Status FROM CampaignMember WHERE LeadId = '${leadId('liina-tamm')}' AND Status = 'Attended'`)
    expect(body).toMatchObject({
      totalSize: 1,
      records: [{ attributes: { type: 'CampaignMember' }, Campaign: { attributes: { type: 'Campaign' }, Name: 'Webinar: Planning what has never been sold', Type: 'Webinar' }, Lead: { attributes: { type: 'Lead' }, Owner: { attributes: { type: 'Name' }, Name: 'Dana Okafor' } }, Status: 'Attended' }],
    })
    const tasks = await bench.soql(`SELECT Who.Type, Who.Name, What.Name FROM Task WHERE WhoId = '${leadId('joerg-bergmann')}' AND TaskSubtype = 'Call'`)
    expect(tasks.body).toMatchObject({ records: [{ Who: { attributes: { type: 'Name' }, Type: 'Lead', Name: 'Jörg Bergmann' }, What: null }] })
  })

  it('pages by key: ids compare and sort alike', async () => {
    const page = async (after: string): Promise<string[]> => {
      const { body } = await bench.soql(`SELECT Id FROM Campaign WHERE Id > '${after}' ORDER BY Id LIMIT 7`)
      return (body as { records: { Id: string }[] }).records.map((record) => record.Id)
    }
    const seen: string[] = []
    for (let next = await page('000000000000000'); next.length > 0; next = await page(next.at(-1) ?? '')) seen.push(...next)
    expect(new Set(seen).size).toBe(20)
  })

  it('follows semi-joins', async () => {
    const { body } = await bench.soql(`SELECT Subject FROM EmailMessage WHERE Id IN (SELECT EmailMessageId FROM EmailMessageRelation WHERE RelationId = '${leadId('scanned-mail')}') ORDER BY MessageDate DESC`)
    expect(body).toMatchObject({ totalSize: 3, records: [{ Subject: 'Security paper' }, { Subject: 'Executive briefing' }, { Subject: 'Company deck' }] })
  })

  it('counts', async () => {
    expect((await bench.soql('SELECT COUNT() FROM ContentWorkspace')).body).toEqual({ totalSize: 1, done: true, records: [] })
  })
})

describe('what a query is refused for', () => {
  it.each([
    ['SELECT Id, Bogus FROM Lead', 'INVALID_FIELD', "No such column 'Bogus' on entity 'Lead'"],
    ['SELECT Id, Boss.Name FROM Lead', 'INVALID_FIELD', "Didn't understand relationship 'Boss'"],
    ['SELECT Id, mkto_si__Priority__c FROM Lead', 'INVALID_FIELD', "No such column 'mkto_si__Priority__c'"],
    ['SELECT Id FROM Nothing__c', 'INVALID_TYPE', "sObject type 'Nothing__c' is not supported"],
    ["SELECT Id FROM Lead WHERE Name = 'O'Brien'", 'MALFORMED_QUERY', 'unexpected char'],
    ["SELECT Id FROM Lead WHERE Name = 'O", 'MALFORMED_QUERY', 'unexpected char'],
    ["SELECT Id FROM Lead WHERE Name = 'a' AND Title = 'b' OR City = 'c'", 'MALFORMED_QUERY', "unexpected token: 'OR'"],
    ["SELECT Id FROM Lead WHERE Description = 'x'", 'INVALID_FIELD', 'can not be filtered'],
    ['SELECT Id FROM Lead ORDER BY Description', 'MALFORMED_QUERY', 'can not be sorted'],
    ['SELECT Id FROM Lead WHERE Name = 3', 'INVALID_FIELD', 'must be of type string and should be enclosed in quotes'],
    ["SELECT Id FROM Lead WHERE IsConverted = 'true'", 'INVALID_FIELD', 'must be of type boolean and should not be enclosed in quotes'],
    ["SELECT Id FROM Lead WHERE CreatedDate > '2026-01-01'", 'INVALID_FIELD', 'must be of type dateTime and should not be enclosed in quotes'],
    ['SELECT Id FROM Lead WHERE CreatedDate > 2026-01-01', 'INVALID_FIELD', 'must be of type dateTime'],
    ["SELECT Id FROM Lead WHERE OwnerId = 'nobody'", 'INVALID_QUERY_FILTER_OPERATOR', 'invalid ID field: nobody'],
    ["SELECT Id FROM Lead WHERE OwnerId LIKE '005%'", 'INVALID_QUERY_FILTER_OPERATOR', 'invalid operator'],
    ['SELECT Id FROM Lead WHERE IsConverted > false', 'INVALID_QUERY_FILTER_OPERATOR', 'invalid operator on boolean field'],
    ['SELECT Id, Id FROM Lead', 'MALFORMED_QUERY', 'duplicate field selected: Id'],
    ['SELECT * FROM Lead', 'MALFORMED_QUERY', "unexpected char: '*'"],
    ['SELECT Id FROM Lead LIMIT 1; DELETE', 'MALFORMED_QUERY', "unexpected char: ';'"],
    ["SELECT Id FROM Lead WHERE Id IN (SELECT WhoId FROM Task)", 'MALFORMED_QUERY', "Entity 'Task' is not supported for semi join inner selects"],
    ["SELECT Id FROM Lead WHERE Id IN (SELECT Id FROM Lead)", 'MALFORMED_QUERY', 'should not be on the same object type'],
    ["SELECT Id FROM Lead WHERE Name = 'a' OR Id IN (SELECT LeadId FROM CampaignMember)", 'MALFORMED_QUERY', 'only allowed at the top level'],
    ["SELECT Id FROM Lead WHERE Id IN (SELECT Status FROM CampaignMember)", 'INVALID_FIELD', 'must be an id or reference field'],
    ['', 'MALFORMED_QUERY', 'query string has to be specified'],
  ])('%s', async (query, errorCode, message) => {
    const { status, body } = await bench.soql(query)
    expect(status).toBe(400)
    expect(body).toEqual([{ errorCode, message: expect.stringContaining(message) as string }])
  })

  it('points at the place', async () => {
    const { body } = await bench.soql('SELECT Id, Bogus FROM Lead')
    expect(body).toMatchObject([{ message: expect.stringMatching(/^\nSELECT Id, Bogus FROM Lead\n {11}\^\nERROR at Row:1:Column:12\n/) as string }])
  })
})

describe('who sees what', () => {
  it('hides converted leads from users without the permission', async () => {
    const query = `SELECT Name FROM Lead WHERE Id = '${leadId('sara-lindqvist')}'`
    expect((await bench.soql(query)).body).toMatchObject({ totalSize: 0 })
    expect((await createBench('marketer').soql(query)).body).toMatchObject({ totalSize: 1 })
  })

  it('obeys field-level security, sharing, packages and missing objects', async () => {
    const { org, soql } = createBench()
    org.set({ hiddenFields: ['Lead.Rating'], unshared: [leadId('priya-raman')], features: { pardot: false, leadFeedback: false } })
    expect((await soql('SELECT Rating FROM Lead')).body).toMatchObject([{ errorCode: 'INVALID_FIELD' }])
    expect((await soql('SELECT pi__score__c FROM Lead')).body).toMatchObject([{ errorCode: 'INVALID_FIELD' }])
    expect((await soql('SELECT Id FROM Lead_Feedback__c')).body).toMatchObject([{ errorCode: 'INVALID_TYPE' }])
    expect((await soql(`SELECT Id FROM Lead WHERE Id = '${leadId('priya-raman')}'`)).body).toMatchObject({ totalSize: 0 })
  })
})

describe('paging', () => {
  it('follows nextRecordsUrl', async () => {
    const first = await bench.call(`/query?q=${encodeURIComponent('SELECT Id FROM Task')}`, { headers: { 'sforce-query-options': 'batchSize=200' } })
    const page = first.body as { totalSize: number; done: boolean; records: unknown[]; nextRecordsUrl: string }
    expect([page.done, page.records.length]).toEqual([false, 200])
    const second = await bench.call(page.nextRecordsUrl)
    expect(second.body).toMatchObject({ totalSize: page.totalSize, done: true })
    expect((second.body as { records: unknown[] }).records.length).toBe(page.totalSize - 200)
    expect((await bench.call('/query/01g5g0999999999AAV-200')).body).toMatchObject([{ errorCode: 'INVALID_QUERY_LOCATOR' }])
  })
})
