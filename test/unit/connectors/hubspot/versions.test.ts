import { describe, expect, it } from 'vitest'
import { apiHost, contactRef, harness } from './sandbox-harness'

async function signedIn() {
  const h = harness()
  await h.ready()
  return h
}

describe('the API version', () => {
  it('F30 falls back to the one that answers, and stays with it', async () => {
    const h = await signedIn()
    h.hubspot.configure({ retiredVersions: ['2026-09'] })
    expect((await h.connector.open(contactRef('70301'))).person.name).toBe('Priya Raman')
    h.sandbox.log.clear()
    await h.revived().open(contactRef('70302'))
    expect(h.sandbox.log.count({ host: apiHost, path: '*2026-09*' })).toBe(0)
  })

  it('F30 ends with a clear word where none answers', async () => {
    const h = await signedIn()
    h.hubspot.configure({ retiredVersions: ['2026-09', '2026-03'] })
    await expect(h.connector.open(contactRef('70301'))).rejects.toMatchObject({ kind: 'version-retired', detail: '2026-09' })
  })

  it('F30 notices a version that goes while the portal is known', async () => {
    const h = await signedIn()
    await h.connector.open(contactRef('70301'))
    h.hubspot.configure({ retiredVersions: ['2026-09'] })
    h.pass(120_000)
    expect((await h.connector.open(contactRef('70301'))).person.name).toBe('Priya Raman')
  })

  it('takes a record that is not there for what it is', async () => {
    const h = await signedIn()
    await expect(h.connector.open(contactRef('999999'))).rejects.toMatchObject({ kind: 'not-found' })
    expect(h.sandbox.log.count({ host: apiHost, path: '*2026-03*' })).toBe(0)
  })
})
