import { beforeEach, describe, expect, it } from 'vitest'
import { at, createKit, listAt, type HubspotKit } from './hubspot-kit.ts'

const path = '/crm/objects/2026-09/contacts/search'
const idsOf = (body: unknown): unknown[] => listAt(body, 'results').map((result) => at(result, 'id'))

describe('search', () => {
  let kit: HubspotKit
  beforeEach(() => {
    kit = createKit()
  })
  const filtered = async (...filters: object[]): Promise<unknown[]> => {
    kit.wait(1000)
    const answer = await kit.call('POST', path, { filterGroups: [{ filters }], limit: 100 })
    return answer.status === 200 ? idsOf(answer.body) : [answer.status]
  }

  it.each([
    [{ propertyName: 'firstname', operator: 'EQ', value: 'PRIYA' }, ['70301']],
    [{ propertyName: 'lastname', operator: 'IN', values: ['raman', 'feld'] }, ['70302', '70301']],
    [{ propertyName: 'lastname', operator: 'IN', values: ['Raman'] }, []],
    [{ propertyName: 'hs_lead_status', operator: 'EQ', value: 'bad_timing' }, []],
    [{ propertyName: 'hs_lead_status', operator: 'EQ', value: 'BAD_TIMING' }, ['70307', '70326']],
    [{ propertyName: 'quayside_fit_score', operator: 'GTE', value: '92' }, ['70323', '70303']],
    [{ propertyName: 'quayside_fit_score', operator: 'BETWEEN', value: '12', highValue: '22' }, ['70329', '70333']],
    [{ propertyName: 'email', operator: 'CONTAINS_TOKEN', value: '*@draperpumps.example' }, ['70302', '70311', '70334']],
    [{ propertyName: 'hs_email_optout', operator: 'HAS_PROPERTY' }, ['70318']],
    [{ propertyName: 'associations.company', operator: 'EQ', value: '80106' }, ['70323', '70313']],
    [{ propertyName: 'createdate', operator: 'GT', value: String(Date.UTC(2026, 10, 20)) }, ['70319']],
    [{ propertyName: 'nope', operator: 'EQ', value: '1' }, [400]],
    [{ propertyName: 'email', operator: 'LIKE', value: '1' }, [400]],
    [{ propertyName: 'email', operator: 'IN' }, [400]],
  ])('%o finds %j', async (filter, expected) => {
    expect(await filtered(filter)).toEqual(expected)
  })

  it('joins filters by and, groups by or', async () => {
    expect(await filtered({ propertyName: 'firstname', operator: 'EQ', value: 'Priya' }, { propertyName: 'lastname', operator: 'EQ', value: 'Feld' })).toEqual([])
    const groups = ['Priya', 'Marcus'].map((value) => ({ filters: [{ propertyName: 'firstname', operator: 'EQ', value }] }))
    expect(idsOf((await kit.call('POST', path, { filterGroups: groups, sorts: [{ propertyName: 'firstname', direction: 'ASCENDING' }] })).body)).toEqual(['70302', '70301'])
  })

  it.each([
    ['six groups', { filterGroups: Array.from({ length: 6 }, () => ({ filters: [] })) }],
    ['seven filters in a group', { filterGroups: [{ filters: Array.from({ length: 7 }, () => ({ propertyName: 'email', operator: 'HAS_PROPERTY' })) }] }],
    ['two sorts', { sorts: ['email', 'firstname'] }],
  ])('refuses %s', async (_, body) => {
    expect((await kit.call('POST', path, body)).status).toBe(400)
  })

  it('does not see a write before the index has it', async () => {
    kit.hubspot.configure({ searchLagSeconds: 30, leadsideProperties: true })
    await kit.call('PATCH', '/crm/objects/2026-09/contacts/70301', { properties: { leadside_verdict: 'good' } })
    const verdict = { propertyName: 'leadside_verdict', operator: 'EQ', value: 'good' }
    expect(await filtered(verdict)).toEqual([])
    kit.wait(30_000)
    expect(await filtered(verdict)).toEqual(['70301'])
  })

  it('pages by ten and counts them all', async () => {
    const first = await kit.call('POST', path, { query: 'example' })
    expect(first.body).toMatchObject({ total: 36, paging: { next: { after: '10' } } })
    const last = await kit.call('POST', path, { query: 'example', after: '30' })
    expect(listAt(last.body, 'results')).toHaveLength(6)
    expect(at(last.body, 'paging')).toBeUndefined()
  })

  it('refuses to filter logged mails by their body', async () => {
    const filters = [{ propertyName: 'hs_email_html', operator: 'CONTAINS_TOKEN', value: 'x' }]
    expect((await kit.call('POST', '/crm/objects/2026-09/emails/search', { filterGroups: [{ filters }] })).status).toBe(400)
  })
})
