import { describe, expect, it } from 'vitest'
import { pickVersion } from '@/lib/connectors/salesforce/org/version'
import { harness, host, leadRef } from '../sandbox-harness'

describe('pickVersion', () => {
  it.each([
    [['65.0', '66.0', '67.0'], '67.0'],
    [['66.0', '67.0', '68.0'], '67.0'],
    [['58.0', '9.0'], '58.0'],
    [['70.0', '69.0'], '69.0'],
    [[], undefined],
  ])('of %j takes %s', (offered, expected) => {
    expect(pickVersion(offered)).toBe(expected)
  })
})

describe('an org whose versions change', () => {
  it('F30 falls back when the version it remembers is retired', async () => {
    const h = harness()
    await h.signIn()
    await h.connector.open(leadRef('rachel-goldberg'))
    h.org.set({ newestVersion: 66 })
    await h.connector.open(leadRef('noah-fischer'))
    expect(h.sandbox.log.count({ host, path: '/services/data/v66.0/composite' })).toBe(2)
  })

  it('F30 says so when no version works', async () => {
    const h = harness()
    await h.signIn()
    h.sandbox.faults.add({ effect: { kind: 'respond', status: 410, body: '[{"errorCode":"UNSUPPORTED_API_VERSION","message":"gone"}]', headers: { 'content-type': 'application/json' } }, path: '/services/data/v*' })
    await expect(h.connector.open(leadRef('noah-fischer'))).rejects.toMatchObject({ kind: 'version-retired' })
  })
})
