import { describe, expect, it } from 'vitest'
import { defaultPlaybook } from '@/lib/domain/default-playbook'
import type { Definition } from '@/lib/domain/definitions/definition'
import { playbook, type Playbook } from '@/lib/domain/playbook'
import { nextPlaybook, playbookChanges } from '@/lib/domain/playbook-version'
import { guessEntry, mapWord } from '@/lib/domain/unmapped'
import { findStage } from '@/lib/domain/profile'

const mql: Definition = { id: 'mql', label: 'MQL', version: 0, at: 0, agreedWith: 'Mei, Jonas', clauses: [{ id: 'a', kind: 'score', atLeast: 50 }] }
const first = nextPlaybook(defaultPlaybook, { ...defaultPlaybook, definitions: [mql] }, { at: 100, by: 'Ines' })

describe('nextPlaybook', () => {
  it('is the next version, with who and when', () => {
    expect(first).toMatchObject({ version: '2', savedAt: 100, savedBy: 'Ines', definitions: [{ version: 1, at: 100 }] })
    expect(playbook.parse(first)).toEqual(first)
  })

  it.each([
    ['another clause', { clauses: [{ id: 'b', kind: 'score' as const, atLeast: 60 }] }, 2, 200],
    ['another name', { label: 'Qualified' }, 2, 200],
    ['others who agreed', { agreedWith: 'Mei' }, 1, 100],
    ['a version made up', { version: 9, at: 9 }, 1, 100],
  ])('%s of a definition', (_name, change, version, at) => {
    const next = nextPlaybook(first, { ...first, definitions: [{ ...mql, version: 1, at: 100, ...change }] }, { at: 200 })
    expect(next.definitions?.[0]).toMatchObject({ version, at })
  })
})

describe('playbookChanges', () => {
  const ids = (before: Playbook, after: Playbook) => playbookChanges(before, after).map(({ id, values }) => [id, values[0], values[1]])

  it('says what was added, changed and removed, part by part', () => {
    const reasons = { ...first.reasons, wrong: first.reasons.wrong.slice(1) }
    const stages = first.stages.map((stage, index) => (index === 0 ? { ...stage, owner: 'sales' as const } : stage))
    expect(ids(defaultPlaybook, { ...first, reasons, stages, promises: { timeZone: 'UTC', sales: { amount: 1, unit: 'weekdays' } } })).toEqual([
      ['playbookChange.changed', 1, { say: 'playbookPart.stages' }], ['playbookChange.added', 1, { say: 'playbookPart.definitions' }],
      ['playbookChange.removed', 1, { say: 'playbookPart.reasons' }], ['playbookChange.promises', undefined, undefined],
    ])
  })

  it('says nothing of copies that came by different ways', () => {
    const copy = { ...defaultPlaybook, stages: defaultPlaybook.stages.map(({ id, owner, values }) => ({ values, owner, id, entry: undefined })) }
    expect(playbookChanges(defaultPlaybook, copy)).toEqual([])
  })
})

it('reads promotions as they were kept before they had an audience', () => {
  const old = { ...defaultPlaybook, promotions: [{ assetId: 'guide', until: 5 }] }
  expect(playbook.parse(old).promotions).toEqual([{ id: 'asset:guide', label: '', products: [], assetIds: ['guide'], audience: [], from: undefined, until: 5 }])
  expect(playbook.parse(playbook.parse(old))).toEqual(playbook.parse(old))
})

describe('unmapped words', () => {
  it.each([
    ['Sales qualified (EMEA)', 'stages', 'sql'], ['Food wholesale', 'industries', 'food'], ['Zeppelin', 'industries', undefined], ['VP Global Logistics', 'personas', 'logistics'],
  ] as const)('guesses where %s belongs', (word, family, id) => {
    expect(guessEntry(word, defaultPlaybook, family)).toBe(id)
  })

  it('maps a word to its entry once', () => {
    const mapped = mapWord(mapWord(defaultPlaybook, 'stages', 'working', ' Parked EMEA '), 'stages', 'working', 'parked emea')
    expect(findStage('Parked - EMEA', mapped.stages)?.id).toBe('working')
    expect(mapped.stages.find(({ id }) => id === 'working')?.values.filter((value) => value === 'parked emea')).toHaveLength(1)
  })
})
