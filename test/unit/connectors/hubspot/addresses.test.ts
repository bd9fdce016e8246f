import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contactPath, expectRecordId, pathWith } from '@/lib/connectors/hubspot/addresses'
import { apiHost, contactRef, harness } from './sandbox-harness'

describe('addresses', () => {
  it('S38 lets nothing but digits be a record id', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      if (/^\d{1,20}$/.test(text)) expect(expectRecordId(text)).toBe(text)
      else expect(() => expectRecordId(text)).toThrow('invalid')
    }))
    for (const id of ['', '../contacts', '1/../2', '1?x=1', '١٢', '123456789012345678901', '1\n']) expect(() => contactPath(id)).toThrow('invalid')
  })

  it('S38 binds every value of a query', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()), (text) => {
      const url = new URL(pathWith('/email/public/v1/events', { recipient: text, limit: 1000 }), `https://${apiHost}`)
      expect(url.pathname).toBe('/email/public/v1/events')
      expect([...url.searchParams]).toEqual([['recipient', text], ['limit', '1000']])
    }))
  })

  it('S38 asks for mails of an address with signs of its own by exactly that address', async () => {
    const h = harness()
    await h.ready()
    const contact = h.portal.records.find('0-1', '70301')
    if (!contact) throw new Error('no contact')
    h.portal.records.set(contact, 'email', 'a+b&eventType=open@example.com', h.now(), { sourceType: 'CRM_UI' })
    await h.connector.open(contactRef('70301'))
    const [asked] = h.sandbox.log.find({ path: '/email/public/*' })
    expect(new URLSearchParams(asked?.search).get('recipient')).toBe('a+b&eventType=open@example.com')
    expect(new URLSearchParams(asked?.search).has('eventType')).toBe(false)
  })

  it('S16 S42 sends the token to HubSpot and nowhere else, whatever a ref says', async () => {
    const h = harness()
    const hosts: string[] = []
    h.deps.fetch = async (input, init) => {
      const request = new Request(input, init)
      hosts.push(new URL(request.url).host)
      return h.sandbox.fetch(request)
    }
    await h.ready()
    const evil = { ...contactRef('70301'), org: 'evil.example' }
    await h.vault.set('hubspot:evil.example', { accessToken: 'secret', userId: '', apiOrigin: 'https://evil.example', mode: 'token', scopes: [] })
    await expect(h.revived().open(evil)).rejects.toMatchObject({ kind: 'untrusted' })
    expect(hosts).toEqual([])
    await h.revived().open(contactRef('70301'))
    expect(new Set(hosts)).toEqual(new Set([apiHost]))
  })
})
