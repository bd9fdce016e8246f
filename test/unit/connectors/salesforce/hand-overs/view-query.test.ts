import { expect, it } from 'vitest'
import { changedIn } from '@/lib/connectors/salesforce/hand-overs/view-query'

const since = '2026-05-01T00:00:00.000Z'
const select = 'SELECT Name, Owner.Name, Id FROM Lead'

it.each([
  ['a condition', `${select} WHERE Status = 'Open' OR Rating = 'Hot' ORDER BY Name ASC NULLS FIRST`, `${select} WHERE (Status = 'Open' OR Rating = 'Hot') AND SystemModstamp >= ${since} ORDER BY Name ASC NULLS FIRST`],
  ['no condition', `${select} USING SCOPE mine ORDER BY Name`, `${select} USING SCOPE mine WHERE SystemModstamp >= ${since} ORDER BY Name`],
  ['no order', `${select} WHERE IsConverted = false`, `${select} WHERE (IsConverted = false) AND SystemModstamp >= ${since}`],
  ['words of the language in what is quoted', `${select} WHERE Company = 'O\\'Neil ORDER BY TODAY' LIMIT 5`, `${select} WHERE (Company = 'O\\'Neil ORDER BY TODAY') AND SystemModstamp >= ${since} LIMIT 5`],
])('asks for what changed of a view with %s', (_, query, expected) => {
  expect(changedIn(query, since)).toBe(expected)
})

it.each([
  `${select} WHERE CreatedDate = LAST_N_DAYS:30`, `${select} WHERE CreatedDate > TODAY`, `${select} WHERE Owner.Name = 'Marketing queue'`,
  `${select} WHERE Id IN (SELECT LeadId FROM CampaignMember)`, `${select} USING SCOPE team WHERE IsConverted = false`, 'SELECT Id FROM Contact',
])('leaves whole what moves without its records: %s', (query) => {
  expect(changedIn(query, since)).toBeUndefined()
})
