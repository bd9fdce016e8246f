import { describe, expect, it } from 'vitest'
import type { StoredToken } from '@/lib/domain/token-vault'
import { exported } from '../../fixtures/store/exported'
import { dumpDatabase } from '../../fixtures/store/dump'
import { boot, createMachine } from '../../fixtures/store/machine'
import type { Machine } from '../../fixtures/store/machine'

const org = 'salesforce:acme.my.salesforce.com'
const oauth: StoredToken = {
  accessToken: 'canary-access', refreshToken: 'canary-refresh', userId: '005A', apiOrigin: 'https://acme.my.salesforce.com', mode: 'oauth', scopes: ['api'], expiresAt: 9,
}
const key: StoredToken = { accessToken: 'canary-static', userId: '7', apiOrigin: 'https://api.hubapi.com', mode: 'token', scopes: [] }

async function everythingOnDisk(machine: Machine): Promise<string> {
  const dumps = await Promise.all(['leadside', 'leadside-cache'].map((name) => dumpDatabase(machine.indexedDB, name)))
  const bytes = (_key: string, value: unknown): unknown => {
    if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value)
    return value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value
  }
  return JSON.stringify([dumps, [...machine.local.values]], bytes)
}

describe('vault', () => {
  it('S41 keeps no token readable outside the session area', async () => {
    const machine = createMachine()
    const { vault, session, backup } = await boot(machine)
    await vault.set(org, oauth)
    await vault.set('hubspot:7', key)
    const disk = await everythingOnDisk(machine)
    expect(disk).toContain('005A')
    expect(disk).not.toContain('canary')
    expect(JSON.stringify([...session.values])).toContain('canary-access')
    expect(JSON.stringify([...session.values])).not.toMatch(/canary-(refresh|static)/)
    expect(await exported(backup)).not.toMatch(/canary|005A/)
  })

  it('S41 uses a key that cannot be taken out', async () => {
    const machine = createMachine()
    const { vault, close } = await boot(machine)
    await vault.set(org, oauth)
    close()
    const [row] = (await dumpDatabase(machine.indexedDB, 'leadside')).stores['keys']?.rows ?? []
    const { key: sealing } = row as { key: CryptoKey }
    expect(sealing.extractable).toBe(false)
    await expect(crypto.subtle.exportKey('raw', sealing)).rejects.toThrow()
  })

  it('gives back what was kept, by user or the latest', async () => {
    const machine = createMachine()
    const { vault } = await boot(machine)
    await vault.set(org, oauth)
    machine.clock.advance(1)
    await vault.set(org, { ...oauth, userId: '005B', refreshToken: 'other' })
    await vault.set('hubspot:7', key)
    expect(await vault.get(org, '005A')).toEqual(oauth)
    expect((await vault.get(org))?.userId).toBe('005B')
    expect(await vault.get('hubspot:7')).toEqual({ ...key, refreshToken: undefined })
    expect(await vault.get('hubspot:8')).toBeUndefined()
    expect(await vault.list()).toEqual([
      { org: 'hubspot:7', userId: '7', mode: 'token' }, { org, userId: '005A', mode: 'oauth' }, { org, userId: '005B', mode: 'oauth' },
    ])
  })

  it('asks for a renewal after the browser was restarted', async () => {
    const machine = createMachine()
    await (await boot(machine)).vault.set(org, oauth)
    expect(await (await boot(machine)).vault.get(org)).toEqual({ ...oauth, accessToken: '', expiresAt: 0 })
  })

  it('F40 has nothing usable where the key is another machine\'s, and the rest of the data is fine', async () => {
    const machine = createMachine()
    const first = await boot(machine)
    await first.vault.set(org, oauth)
    first.close()
    await removeKey(machine.indexedDB)
    const copied = await boot(machine)
    expect(await copied.vault.get(org)).toBeUndefined()
    expect(await copied.ledger.count()).toBe(0)
    await copied.vault.set(org, { ...oauth, refreshToken: 'new' })
    expect((await copied.vault.get(org))?.refreshToken).toBe('new')
  })

  it('forgets one user or the whole connection', async () => {
    const { vault, session } = await boot(createMachine())
    await vault.set(org, oauth)
    await vault.set(org, { ...oauth, userId: '005B' })
    await vault.set(org, { ...oauth, userId: '005C' })
    await vault.remove(org, '005A')
    expect(await vault.get(org, '005A')).toBeUndefined()
    await vault.remove(org)
    expect(await vault.list()).toEqual([])
    expect(session.values.size).toBe(0)
  })
})

function removeKey(indexedDB: IDBFactory): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.open('leadside')
    request.addEventListener('success', () => {
      const transaction = request.result.transaction('keys', 'readwrite')
      transaction.objectStore('keys').clear()
      transaction.addEventListener('complete', () => {
        request.result.close()
        resolve()
      })
    })
  })
}
