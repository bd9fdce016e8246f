import { describe, expect, it } from 'vitest'
import { createSalesforceLibrary } from '@/lib/connectors/salesforce/library/source'
import type { FreshReading } from '@/lib/domain/source-ports'
import { harness, host, leadRef } from '../sandbox-harness'

async function ready(org: 'quayside' | 'harbor' = 'quayside') {
  const h = harness({ org })
  await h.signIn()
  const source = createSalesforceLibrary(h.deps)
  return { ...h, read: async () => (await source.read({ address: `salesforce:${org === 'quayside' ? host : h.org.plan.apiHost}` })) as FreshReading }
}
const share = (h: Awaited<ReturnType<typeof ready>>, versionId: unknown, more: Record<string, unknown> = {}) => {
  const spec = h.org.schema.findObject('ContentDistribution')
  if (!spec) throw new Error('no content deliveries')
  h.org.writer(h.org.user('rep')).create(spec, { Name: 'Link', ContentVersionId: versionId, ...more })
}

describe('the files of a Salesforce library', () => {
  it('come with title, words, kind and library; without a public link nobody may send them', async () => {
    const { read, org } = await ready()
    const { rows, sight } = await read()
    expect([rows.length, sight]).toEqual([org.rows('ContentWorkspaceDoc').length, 'all'])
    expect(rows.every(({ url, public: open }) => (url === '') === (open === false))).toBe(true)
    expect(rows.find(({ title }) => title === 'Demand planning brochure')).toMatchObject({ description: expect.any(String) as string, tags: ['brochure'], library: 'Sales library' })
  })

  it('may be sent by a link made for nobody in particular, never by one made for another lead', async () => {
    const h = await ready()
    const [one, other] = h.org.rows('ContentVersion')
    share(h, one?.['Id'], { RelatedRecordId: leadRef('noah-fischer').id })
    share(h, other?.['Id'])
    const { rows } = await h.read()
    expect(rows.filter(({ public: may }) => may === true)).toMatchObject([{ title: other?.['Title'], url: expect.stringMatching(/^https:/) as string }])
  })

  it('fail as a whole where the sign-in has ended', async () => {
    const h = harness()
    await expect(createSalesforceLibrary(h.deps).read({ address: `salesforce:${host}` })).rejects.toMatchObject({ kind: 'not-connected' })
  })

  it('can be read where the org has no content deliveries', async () => {
    const { read, org } = await ready()
    org.set({ features: { contentDeliveries: false } })
    expect((await read()).rows.length).toBeGreaterThan(0)
  })
})
