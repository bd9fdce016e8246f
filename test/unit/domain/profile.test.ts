import { describe, expect, it } from 'vitest'
import { defaultPlaybook } from '@/lib/domain/default-playbook'
import { playbook } from '@/lib/domain/playbook'
import { describeProfile, unmappedValues } from '@/lib/domain/profile'
import { makePerson } from './make'

describe('the default playbook', () => {
  it('is a playbook with the agreed reasons', () => {
    expect(playbook.parse(defaultPlaybook)).toEqual(defaultPlaybook)
    const ids = Object.values(defaultPlaybook.reasons).map((list) => list.map(({ id }) => id).join(' '))
    expect(ids).toEqual([
      'right-person real-need asked-for-contact knows-us',
      'no-budget-yet later-project just-researching evaluating-others',
      'student-or-job-seeker competitor-or-vendor too-small wrong-region wrong-role bad-contact-data',
      'no-reply too-little-information',
    ])
  })

  it('names every id and every CRM value once', () => {
    const { stages, personas, industries } = defaultPlaybook
    for (const list of [stages, personas, industries]) expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
    const values = stages.flatMap((stage) => stage.values)
    expect(new Set(values).size).toBe(values.length)
    const patterns = personas.flatMap((persona) => persona.patterns)
    expect(new Set(patterns).size).toBe(patterns.length)
  })
})

describe('describeProfile', () => {
  it.each([
    ['Open - Not Contacted', undefined, 'new'],
    ['Working - Contacted', undefined, 'working'],
    ['Closed - Not Converted', undefined, 'disqualified'],
    ['CONNECTED', 'opportunity', 'opportunity'],
    ['ATTEMPTED_TO_CONTACT', 'lead', 'working'],
    ['BAD_TIMING', undefined, 'engaged'],
    ['NEW', 'lead', 'new'],
    [undefined, 'marketingqualifiedlead', 'mql'],
    ['UNQUALIFIED', 'salesqualifiedlead', 'disqualified'],
    ['Zombie', 'subscriber', 'new'],
    ['Zombie', undefined, undefined],
    ['', '  ', undefined],
  ])('status %s and lifecycle %s are stage %s', (status, lifecycle, stage) => {
    expect(describeProfile(makePerson({ status, lifecycle }), defaultPlaybook).stage).toBe(stage)
  })

  it.each([
    ['VP of Marketing', 'marketing'],
    ['Chief Marketing Officer', 'marketing'],
    ['CEO & Founder', 'executive'],
    ['Product Owner', 'engineering'],
    ['Sales Engineer', 'sales'],
    ['Head of IT', 'it'],
    ['Senior Manager, Supply Chain', 'supply-chain'],
    ['Director of Replenishment', 'supply-chain'],
    ['Financial Planning', 'finance'],
    ['Leiter Einkauf', 'purchasing'],
    ['Geschaftsfuhrer', 'executive'],
    ['PhD student', 'student'],
    ['Italian teacher', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('title %s is persona %s', (title, persona) => {
    expect(describeProfile(makePerson({ title }), defaultPlaybook).persona).toBe(persona)
  })

  it.each([
    ['COMPUTER_SOFTWARE', 'software'],
    ['Food & Beverage', 'food'],
    ['Not For Profit', 'nonprofit'],
    ['Hospital & Health Care', 'healthcare'],
    ['Engineering', 'manufacturing'],
    ['Civil Engineering', 'construction'],
    ['Alchemy', undefined],
  ])('industry %s is %s', (industry, id) => {
    expect(describeProfile(makePerson({ industry }), defaultPlaybook).industry).toBe(id)
  })

  it('takes the words of an edited playbook', () => {
    const edited = { ...defaultPlaybook, stages: [{ id: 'x7', label: 'Hot', owner: 'sales' as const, values: ['A+'] }] }
    expect(describeProfile(makePerson({ status: 'hot' }), edited).stage).toBe('x7')
    expect(describeProfile(makePerson({ status: 'New' }), edited).stage).toBeUndefined()
  })
})

it('lists what no entry covers, most frequent first', () => {
  const persons = [
    makePerson({ status: 'Zombie', title: 'Wizard', industry: 'Alchemy' }),
    makePerson({ status: 'Zombie ', lifecycle: 'lead', title: 'CEO', industry: 'Retail' }),
    makePerson({ status: 'Ghost', title: ' ' }),
  ]
  expect(unmappedValues(persons, defaultPlaybook)).toEqual({
    stages: [{ value: 'Zombie', count: 2 }, { value: 'Ghost', count: 1 }], titles: [{ value: 'Wizard', count: 1 }], industries: [{ value: 'Alchemy', count: 1 }],
  })
})
