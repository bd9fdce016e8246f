import { describe, expect, it } from 'vitest'
import { type StatusFacts, statusesFor, statusStep } from '@/lib/domain/status-map'

const chosen = { salesforce: { good: 'Mine' }, hubspot: {} }
const asked = (may: boolean) => Object.assign(async () => (asks.push(may), may), {})
const asks: boolean[] = []

describe('which status a verdict sets', () => {
  it.each([
    ['an admin’s own choice', {}, true, { good: 'Mine' }],
    ['nothing a rep chose', {}, false, {}],
    ['the policy’s choice, whoever one is', { statusByVerdict: { salesforce: { good: 'Policy' } } }, false, { good: 'Policy' }],
    ['nothing where the policy leaves the CRM out', { statusByVerdict: { hubspot: { good: 'OPEN' } } }, true, {}],
  ])('is %s', async (_what, policy, may, expected) => {
    expect(await statusesFor('salesforce', { policy: { ignored: [], ...policy }, chosen, mayAdminister: asked(may) })).toEqual(expected)
  })

  it('is what the team agreed to at its hub, over one’s own choice and under the policy', async () => {
    const agreed = async () => ({ good: 'Agreed' })
    expect(await statusesFor('salesforce', { policy: { ignored: [] }, agreed, chosen, mayAdminister: asked(true) })).toEqual({ good: 'Agreed' })
    expect(await statusesFor('salesforce', { policy: { ignored: [], statusByVerdict: { salesforce: { good: 'Policy' } } }, agreed, chosen, mayAdminister: asked(true) })).toEqual({ good: 'Policy' })
    expect(await statusesFor('salesforce', { policy: { ignored: [] }, agreed: async () => ({}), chosen, mayAdminister: asked(true) })).toEqual({})
  })

  it('asks for permissions only where it matters', async () => {
    asks.length = 0
    await statusesFor('hubspot', { policy: { ignored: [] }, chosen, mayAdminister: asked(true) })
    await statusesFor('salesforce', { policy: { ignored: [], statusByVerdict: {} }, chosen, mayAdminister: asked(true) })
    expect(asks).toEqual([])
  })
})

describe('what is written as status', () => {
  const none = { own: undefined, before: undefined }
  const cases: [string, StatusFacts, ReturnType<typeof statusStep>][] = [
    ['the chosen one, keeping the former', { wanted: 'Working', current: 'Open', ...none }, { write: 'Working', keep: { from: 'Open', to: 'Working' } }],
    ['nothing where it stands already', { wanted: 'Open', current: 'Open', ...none }, { write: undefined, keep: undefined }],
    ['nothing where none is chosen', { wanted: undefined, current: 'Open', ...none }, { write: undefined }],
    ['the former one where the new verdict has none', { wanted: undefined, current: 'Working', own: undefined, before: { from: 'Open', to: 'Working' } }, { write: 'Open' }],
    ['nothing over what somebody changed', { wanted: undefined, current: 'Nurturing', own: undefined, before: { from: 'Open', to: 'Working' } }, { write: undefined }],
    ['the next one, keeping the very first', { wanted: 'Nurturing', current: 'Working', own: undefined, before: { from: 'Open', to: 'Working' } }, { write: 'Nurturing', keep: { from: 'Open', to: 'Nurturing' } }],
    ['the next one, keeping what somebody set', { wanted: 'Nurturing', current: 'Hot', own: undefined, before: { from: 'Open', to: 'Working' } }, { write: 'Nurturing', keep: { from: 'Hot', to: 'Nurturing' } }],
    ['nothing twice, keeping what the first attempt found', { wanted: 'Working', current: 'Working', own: { from: 'Open', to: 'Working' }, before: undefined }, { write: undefined, keep: { from: 'Open', to: 'Working' } }],
    ['the first one again by a chosen verdict, with nothing left to take back', { wanted: 'Open', current: 'Working', own: undefined, before: { from: 'Open', to: 'Working' } }, { write: 'Open', keep: undefined }],
  ]
  it.each(cases)('is %s', (_what, facts, step) => {
    expect(statusStep(facts)).toEqual(step)
  })
})
