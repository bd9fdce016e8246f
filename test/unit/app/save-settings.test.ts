import { describe, expect, it } from 'vitest'
import { saveSettings } from '@/lib/app/save-settings'
import { createTestApp } from '../../fakes/app'

const mine = { salesforce: { good: 'Working' }, hubspot: {} }

describe('saving settings', () => {
  it('takes statuses from who may administer that CRM', async () => {
    const { deps, crms } = await createTestApp()
    crms.salesforce.isAdmin = true
    expect((await saveSettings(deps, { statusMap: mine })).statusMap).toEqual(mine)
    expect(await deps.statuses('salesforce', 'quayside.my.salesforce.com', false)).toEqual({ good: 'Working' })
    crms.salesforce.isAdmin = false
    expect(await deps.statuses('salesforce', 'quayside.my.salesforce.com', false)).toEqual({})
  })

  it.each([['a rep', false, {}, 'forbidden'], ['anybody where policy chose', true, { statusByVerdict: {} }, 'policy']] as const)('refuses them from %s and keeps nothing of the rest', async (_who, isAdmin, policy, kind) => {
    const { deps, crms } = await createTestApp({ policy })
    crms.salesforce.isAdmin = isAdmin
    await expect(saveSettings(deps, { role: 'marketer', statusMap: mine })).rejects.toMatchObject({ kind })
    expect(await deps.settings.get()).toMatchObject({ role: 'rep', statusMap: { salesforce: {} } })
  })

  it('needs an admin of the very CRM', async () => {
    const { deps, crms } = await createTestApp()
    crms.hubspot.isAdmin = true
    await expect(saveSettings(deps, { statusMap: mine })).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('takes everything else from everybody, the statuses as they were among it', async () => {
    const { deps } = await createTestApp({ policy: { statusByVerdict: { salesforce: { good: 'Policy' } } } })
    const before = await deps.settings.get()
    expect(await saveSettings(deps, { ...before, role: 'marketer' })).toEqual({ ...before, role: 'marketer' })
  })
})
