import { describe, expect, it } from 'vitest'
import { runOutboxMany } from '../../fixtures/store/random-run'

describe('the outbox at random', () => {
  it('F02 F03 F14 F26 F29 F41 loses nothing, doubles nothing and keeps the order', async () => {
    const { bad, delivered, faults, kills } = await runOutboxMany(40)
    expect(bad).toEqual([])
    expect(delivered).toBeGreaterThan(100)
    expect(kills).toBeGreaterThan(40)
    expect(Object.entries(faults).filter(([, count]) => count === 0)).toEqual([])
  })
})
