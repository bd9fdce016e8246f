import { describe, expect, it } from 'vitest'
import { influencesOn, mergeInfluences, type Influence } from '@/lib/domain/influence'
import { evidence } from '@/lib/domain/ledger'
import { namedCampaigns, toJudgement } from '@/lib/domain/judgement'
import { makeEvidence } from '@/lib/domain/evidence'
import { defaultPlaybook } from '@/lib/domain/default-playbook'
import { day, makePerson, makeStory, makeTouch, makeVerdict, now } from './make'

const names = (influences: readonly Influence[]) => influences.map(({ name }) => name)

describe('campaigns by several ways', () => {
  it('are one by the most exact way, since the first response', () => {
    expect(mergeInfluences([{ name: 'Retail', at: 5, by: 'email' }, { name: 'Retail', at: 9, by: 'utm' }, { name: 'Retail', at: undefined, by: 'source-detail' }])).toEqual([{ name: 'Retail', at: 5, by: 'utm' }])
  })

  it('come last one first, the one that began it all last, undated ones between', () => {
    expect(names(mergeInfluences([{ name: 'a', at: 1, by: 'utm' }, { name: 'x', by: 'utm' }, { name: 'c', at: 3, by: 'utm' }, { name: 'b', at: 2, by: 'utm' }]))).toEqual(['c', 'b', 'x', 'a'])
    expect(names(mergeInfluences([{ name: 'x', by: 'utm' }, { name: 'a', at: 1, by: 'utm' }]))).toEqual(['a', 'x'])
  })
})

describe('campaigns a person responded to', () => {
  const campaign = { name: 'Spring' }
  it('are what they did and what their record says', () => {
    const story = makeStory([makeTouch({ at: now - day, campaign }), makeTouch({ at: now - 3 * day, campaign: { id: '701', name: 'Fair' } })])
    expect(influencesOn({ campaigns: [{ name: 'Newsletter', at: now - 2 * day, by: 'email' }] }, [story])).toEqual([
      { name: 'Spring', at: now - day, by: 'utm' }, { name: 'Newsletter', at: now - 2 * day, by: 'email' }, { name: 'Fair', at: now - 3 * day, by: 'member' },
    ])
  })

  it.each([
    ['a mail that was only sent', { kind: 'email-sent' as const }],
    ['what only a machine opened', { agent: { by: 'machine' as const, cause: 'prefetch' as const } }],
  ])('are not %s', (_, change) => {
    expect(influencesOn({}, [makeStory([makeTouch({ campaign, ...change })])])).toEqual([])
  })
})

describe('a verdict', () => {
  it('keeps how each of its campaigns is known', () => {
    const made = makeEvidence({
      person: makePerson({ campaigns: [{ name: 'Retail', at: now - 9 * day, by: 'source-detail' }] }), profile: { stage: undefined, persona: undefined, industry: undefined, language: undefined },
      stories: [makeStory([makeTouch({ at: now - day, campaign: { name: 'Spring' } })])], playbook: defaultPlaybook,
    })
    const judgement = toJudgement({ ...makeVerdict(1), evidence: evidence.parse(made) })
    expect([judgement.campaigns, judgement.campaignsBy]).toEqual([['Spring', 'Retail'], ['utm', 'source-detail']])
  })

  it.each([['salesforce', 'member'], ['hubspot', 'utm']] as const)('of before, in %s, knew one way only', (crm, way) => {
    const before = makeVerdict(1)
    const { influences: _, ...old } = { ...before.evidence, campaigns: ['A', 'B'] }
    const judgement = toJudgement({ ...before, ref: { ...before.ref, crm }, evidence: evidence.parse(old) })
    expect(namedCampaigns(judgement)).toEqual([{ name: 'A', by: way }, { name: 'B', by: way }])
  })
})
