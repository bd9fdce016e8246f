import { describe, expect, it } from 'vitest'
import { harness, leadRef } from '../sandbox-harness'

describe('names in bulk', () => {
  it('are one call for leads and contacts together; who is not there is left out', async () => {
    const h = harness()
    await h.signIn()
    const gone = { ...leadRef('priya-raman'), id: leadRef('nobody-at-all').id }
    await h.connector.names(h.org.plan.apiHost, [gone])
    h.sandbox.log.clear()
    const named = await h.connector.names(h.org.plan.apiHost, [leadRef('sofia-petrova'), gone, leadRef('priya-raman')])
    expect(named.map(({ name }) => name)).toEqual(['Sofia Petrova', 'Priya Raman'])
    expect(named[1]?.company).toBeTruthy()
    expect(h.sandbox.log.entries.filter(({ path }) => path.endsWith('/composite'))).toHaveLength(1)
  })

  it('of a failing org are a failure, not nobody', async () => {
    const h = harness()
    await h.signIn()
    h.sandbox.faults.add({ effect: { kind: 'unavailable' }, path: '/services/data/*/composite' })
    await expect(h.connector.names(h.org.plan.apiHost, [leadRef('priya-raman')])).rejects.toMatchObject({ kind: 'unavailable' })
    expect(await h.connector.names(h.org.plan.apiHost, [])).toEqual([])
  })
})
