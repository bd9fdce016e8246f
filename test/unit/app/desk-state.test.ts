import { describe, expect, it } from 'vitest'
import { createConnections } from '@/lib/app/connections'
import { deskFacts } from '@/lib/app/desk-state'
import { createTestApp } from '../../fakes/app'

async function desk(policy: () => ReturnType<Awaited<ReturnType<typeof createTestApp>>['deps']['policy']>) {
  const { deps } = await createTestApp()
  const slow = { ...deps, policy }
  const unused = () => Promise.reject(new Error('not asked'))
  const connections = createConnections(slow, { salesforceOauth: unused, salesforceSession: unused, hubspotToken: unused, hubspotOwners: unused, hubspotIam: unused, hubspotSetUp: unused, signOut: unused })
  const parts = { connections, samples: { load: unused, remove: unused, loaded: async () => false } }
  return (consented: boolean) => deskFacts(slow, { ...parts, consented })
}

describe('the desk at the very first start', () => {
  it('S60 shows what is asked for without waiting for the policy, and looks nothing up', async () => {
    const facts = await desk(() => new Promise(() => undefined))
    expect(await facts(false)).toMatchObject({ consented: false, policy: { ignored: [] }, connections: [] })
  })

  it('S59 knows the policy before it shows anything else', async () => {
    const known = Promise.withResolvers<{ ignored: string[]; allowExport: boolean }>()
    const facts = await desk(() => known.promise)
    let shown = false
    const later = facts(true).then((state) => (shown = true, state))
    await new Promise((done) => setTimeout(done))
    expect(shown).toBe(false)
    known.resolve({ ignored: ['retentionDays'], allowExport: false })
    expect(await later).toMatchObject({ policy: { allowExport: false }, warnings: [{ id: 'policy:retentionDays' }] })
  })
})
