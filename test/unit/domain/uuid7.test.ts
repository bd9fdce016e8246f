import { describe, expect, it } from 'vitest'
import { uuid7 } from '@/lib/domain/uuid7'

const ones = new Uint8Array(10).fill(0xff)
const none = new Uint8Array(10)

describe('uuid7', () => {
  it.each([
    // RFC 9562, appendix A.6: 2022-02-22T19:22:22Z
    [0x017f22e279b0, [0xcc, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f], '017f22e2-79b0-7cc3-98c4-dc0c0c07398f'],
    [0, [...none], '00000000-0000-7000-8000-000000000000'],
    [2 ** 48 - 1, [...ones], 'ffffffff-ffff-7fff-bfff-ffffffffffff'],
  ])('writes %d with its random bits', (at, random, id) => {
    expect(uuid7(at, Uint8Array.from(random))).toBe(id)
  })

  it('sorts by time', () => {
    const ids = [5, 1_700_000_000_000, 1_700_000_000_001].map((at, index) => uuid7(at, index === 1 ? ones : none))
    expect(ids.toSorted()).toEqual(ids)
  })
})
