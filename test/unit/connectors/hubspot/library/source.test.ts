import { describe, expect, it } from 'vitest'
import { createHubspotLibrary } from '@/lib/connectors/hubspot/library/source'
import type { FreshReading } from '@/lib/domain/source-ports'
import { harness, org } from '../sandbox-harness'

async function ready() {
  const h = harness()
  await h.ready()
  const source = createHubspotLibrary(h.deps)
  return { ...h, read: async (memory?: unknown) => (await source.read({ address: `hubspot:${org}`, memory })) as FreshReading }
}
const refuse = (h: Awaited<ReturnType<typeof ready>>, path: string) =>
  h.sandbox.faults.add({ host: 'api.hubapi.com', path, effect: { kind: 'respond', status: 403, body: JSON.stringify({ status: 'error', category: 'MISSING_SCOPES', message: 'no', errors: [{ message: 'no', context: { requiredGranularScopes: ['content'] } }] }), headers: { 'content-type': 'application/json' } } })

describe('what a HubSpot portal publishes', () => {
  it('comes from blog, pages and files, with tags by their names', async () => {
    const { read } = await ready()
    const { rows, sight, memory } = await read()
    expect([sight, memory]).toEqual(['all', { parts: ['blog', 'landing-pages', 'site-pages', 'files'] }])
    expect(rows.find(({ type, tags }) => type === 'blog-post' && (tags as string[]).length > 0)).toMatchObject({ url: expect.stringMatching(/^https:\/\/www\.quayside\.example\/blog\//) as string, language: 'en', public: true })
    expect(rows.find(({ title }) => title === 'demand brochure')).toMatchObject({ id: 'hubspot-file-122692000001', url: 'https://www.quayside.example/hubfs/sales-assets/demand-brochure.pdf', tags: ['sales assets'], public: true })
  })

  it('never offers the address of a private file', async () => {
    const { read } = await ready()
    expect((await read()).rows.find(({ title }) => title === 'price list internal')).toMatchObject({ url: '', public: false })
  })

  it('leaves out what the sign-in may not read, from the first reading on', async () => {
    const h = await ready()
    refuse(h, '/files/*')
    expect((await h.read()).memory).toEqual({ parts: ['blog', 'landing-pages', 'site-pages'] })
  })

  it('fails as a whole where a part it had is refused later: nothing of it is gone for that', async () => {
    const h = await ready()
    const { memory } = await h.read()
    refuse(h, '/files/*')
    await expect(h.read(memory)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
