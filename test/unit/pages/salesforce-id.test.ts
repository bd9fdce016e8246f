import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toLongId } from '@/lib/pages/salesforce-id'

describe('toLongId', () => {
  it.each([
    ['a0D30000001n7Pi', 'a0D30000001n7PiEAI'],
    ['0019000000B98de', '0019000000B98deAAB'],
    ['00Q1s00000169Ud', '00Q1s00000169UdEAI'],
    ['500QO00000Kaijm', '500QO00000KaijmYAB'],
  ])('%s becomes %s, which stays as it is', (short, long) => {
    expect(toLongId(short)).toBe(long)
    expect(toLongId(long)).toBe(long)
  })

  it.each(['', '00Q1s00000169U', '00Q1s00000169UdEA', '00Q1s00000169UdEAIX', '00Q1s00000169U-', '00Q1s00000169UdEAJ', '00Q1s00000169UdeaI'])('refuses %j', (text) => {
    expect(toLongId(text)).toBeUndefined()
  })

  it('notices a changed case anywhere', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-zA-Z0-9]{15}$/), fc.nat(14), (short, place) => {
      const long = toLongId(short) ?? ''
      const letter = long.charAt(place)
      const swapped = letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()
      fc.pre(swapped !== letter)
      expect(toLongId(long.slice(0, place) + swapped + long.slice(place + 1))).toBeUndefined()
    }))
  })
})
