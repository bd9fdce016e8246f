import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordRef } from '@/lib/domain/record-ref'
import { detectCrm, detectors, detectRecord } from '@/lib/pages/detect'
import { foreignSamples, hubspotSamples, salesforceSamples } from '@/lib/pages/samples'

const samples = { salesforce: salesforceSamples, hubspot: hubspotSamples }
const everySample = [...salesforceSamples, ...hubspotSamples, ...foreignSamples]

describe('detectRecord', () => {
  it.each(everySample)('$url', ({ url, ref }) => {
    expect(detectRecord(url)).toEqual(ref ?? undefined)
  })

  it('has samples with and without a record for every detector', () => {
    for (const crm of Object.keys(detectors) as (keyof typeof detectors)[]) {
      expect(samples[crm].filter(({ ref }) => ref?.crm === crm).length).toBeGreaterThan(5)
      expect(samples[crm].filter(({ ref }) => ref === null).length).toBeGreaterThan(5)
    }
  })

  it('lets every detector see every sample and claim only its own', () => {
    for (const { url, ref } of everySample.filter((sample) => URL.canParse(sample.url) && sample.url.startsWith('https:'))) {
      for (const [crm, detect] of Object.entries(detectors)) {
        expect(detect(new URL(url)), `${crm} on ${url}`).toEqual(ref?.crm === crm ? ref : undefined)
      }
    }
  })

  it('gives only refs the rest of the product accepts', () => {
    for (const { ref } of everySample) if (ref) expect(recordRef.parse(ref)).toEqual(ref)
  })
})

describe('any text', () => {
  const hosts = fc.constantFrom('acme.lightning.force.com', 'acme.my.salesforce.com', 'app.hubspot.com', 'app-eu1.hubspot.com', 'example.com', 'x.lightning.force.com.mcas.ms')
  const word = fc.oneof(
    fc.constantFrom('lightning', 'r', 'o', 'Lead', 'view', 'contacts', 'record', '0-1', '0-136', 'contact', 'one', 'one.app#', 'cmp', 'app', '00Q7Q00000KmTreUAF', '0037Q00000ZuLop', '123', '%2F', '..', '?leadId=5', '#'),
    fc.string(),
    fc.stringMatching(/^(00Q|003|001)[a-zA-Z0-9]{12}([A-Z0-5]{3})?$/),
  )
  const crmAddress = fc.tuple(hosts, fc.array(word, { maxLength: 7 })).map(([host, words]) => `https://${host}/${words.join('/')}`)

  it('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.webUrl(), crmAddress), (text) => {
      detectRecord(text)
      detectCrm(text)
    }), { numRuns: 3000 })
  })

  it('never yields an id that is not in the address', () => {
    let found = 0
    fc.assert(fc.property(crmAddress, (text) => {
      const ref = detectRecord(text)
      if (!ref) return
      found += 1
      expect(recordRef.safeParse(ref).success).toBe(true)
      expect(text).toContain(ref.crm === 'salesforce' ? ref.id.slice(0, 15) : ref.id)
      if (ref.crm === 'hubspot') expect(text).toContain(ref.org)
    }), { numRuns: 20_000 })
    expect(found).toBeGreaterThan(20)
  })
})

describe('detectCrm', () => {
  it.each([
    ['https://acme.lightning.force.com/lightning/page/home', 'salesforce'],
    ['https://acme.my.salesforce.com/', 'salesforce'],
    ['https://app-eu1.hubspot.com/reports', 'hubspot'],
    ['https://www.hubspot.com/', undefined],
    ['https://evil-lightning.force.com.example/', undefined],
    ['http://app.hubspot.com/', undefined],
    ['chrome-extension://abc/sidepanel.html', undefined],
    ['', undefined],
  ])('%s is %s', (address, crm) => {
    expect(detectCrm(address)).toBe(crm)
  })
})
