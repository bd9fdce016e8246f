import { expect, it } from 'vitest'
import { defaultPlaybook } from '@/lib/domain/default-playbook'
import { makeEvidence, storyDigest } from '@/lib/domain/evidence'
import { evidence } from '@/lib/domain/ledger'
import { day, makePerson, makeStory, makeTouch, now } from './make'

const stories = Array.from({ length: 8 }, (_, index) =>
  makeStory([makeTouch({ at: now - index * day, ...(index < 2 ? { campaign: { name: 'Spring' } } : {}) })], { key: `k${index}`, title: `Story ${index}` }))

it('holds what was on the screen and no more', () => {
  const made = makeEvidence({
    person: makePerson({ source: 'Web', score: { value: 62, system: 'hubspot' } }), profile: { stage: 'mql', persona: 'it', industry: undefined, language: 'en' }, stories, playbook: defaultPlaybook,
  })
  expect(evidence.parse(made)).toEqual(made)
  expect(made).toMatchObject({ playbook: defaultPlaybook.version, source: 'Web', campaigns: ['Spring'], influences: [{ name: 'Spring', at: now - day, by: 'utm' }], score: 62, stage: 'mql', persona: 'it', digest: storyDigest(stories) })
  expect(made.stories.map(({ key }) => key)).toEqual(['k0', 'k1', 'k2', 'k3', 'k4'])
  expect(JSON.stringify(made)).not.toContain('Mara')
})

it('digests the story, not its order', () => {
  expect(storyDigest([...stories].reverse())).toBe(storyDigest(stories))
  expect(storyDigest(stories.slice(1))).not.toBe(storyDigest(stories))
  expect(storyDigest([])).toBe('cbf29ce484222325')
})
