import { describe, expect, it } from 'vitest'
import { detectRecord } from '@/lib/pages/detect'
import { recordUrl } from '@/lib/pages/record-url'
import { hubspotSamples, salesforceSamples } from '@/lib/pages/samples'

describe('recordUrl', () => {
  const found = [...salesforceSamples, ...hubspotSamples].filter(({ ref }) => ref)

  it.each(found)('leads back to the record of $url', ({ url, ref }) => {
    if (!ref) throw new Error('a sample without record')
    expect(detectRecord(recordUrl(ref))).toEqual(ref)
    expect(detectRecord(recordUrl(ref, new URL(url).hostname))).toEqual(ref)
  })

  const lead = { crm: 'salesforce', org: 'acme.my.salesforce.com', kind: 'lead', id: '00Q7Q00000KmTreUAF' } as const
  const contact = { crm: 'hubspot', org: '24681357', kind: 'contact', id: '90210' } as const

  it.each([
    [lead, undefined, 'https://acme.my.salesforce.com/00Q7Q00000KmTreUAF'],
    [lead, 'acme.my.salesforce.com', 'https://acme.my.salesforce.com/00Q7Q00000KmTreUAF'],
    [lead, 'acme.lightning.force.com', 'https://acme.lightning.force.com/lightning/r/Lead/00Q7Q00000KmTreUAF/view'],
    [contact, undefined, 'https://app.hubspot.com/contacts/24681357/record/0-1/90210'],
    [contact, 'app-eu1.hubspot.com', 'https://app-eu1.hubspot.com/contacts/24681357/record/0-1/90210'],
    [{ ...contact, kind: 'lead' as const }, 'app-na2.hubspot.com', 'https://app-na2.hubspot.com/contacts/24681357/record/0-136/90210'],
  ])('%o on %s', (ref, host, url) => {
    expect(recordUrl(ref, host)).toBe(url)
  })

  it.each(['app.hubspot.com.example', 'evil.example', 'other.lightning.force.com', 'app.hubspot.com/x?'])('does not follow the host %s', (host) => {
    expect(recordUrl(lead, host)).toBe(recordUrl(lead))
    expect(recordUrl(contact, host).startsWith('https://app.hubspot.com/contacts/')).toBe(true)
  })
})
