import type { Asset } from '@/lib/domain/asset'
import { assetOf, refOf } from './examples'
import { createHub, type Engine, type Reply } from './harness'

/** What a browser sends when its person follows a link. */
export const byPerson: Record<string, string> = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', 'sec-fetch-user': '?1' }

/** A hub with an owner, a rep and assets, what they do about links, and a prospect who opens them. */
export async function createLinkHub(engine: Engine, assets: readonly Asset[] = [assetOf('guide')]) {
  const hub = await createHub(engine)
  const owner = await hub.owner()
  const robin = await hub.member(owner, 'rep')
  await hub.call('POST', '/v1/assets', { as: owner, body: { items: assets.map((asset) => ({ base: 0, asset })) } })
  return {
    hub, owner, robin,
    /** Everything not said is as a new hub has it. */
    settle: (more: object) => hub.call('PUT', '/v1/settings', { as: owner, body: { name: 'Team', links: 'person', legalGround: 'Consent in the form', ...more } }),
    link: async (record: number, id = hub.id()) => (await hub.call('POST', '/v1/links', { as: robin, body: { id, assetId: 'guide', ref: refOf(record), sendId: id } })).body as { url: string; slug: string; tracked: boolean },
    async open(slug: string, headers = byPerson, method = 'GET'): Promise<Reply> {
      const reply = await hub.call(method, `/l/${slug}`, { headers })
      await hub.settled()
      return reply
    },
    views: async (as = robin) => ((await hub.call('GET', '/v1/views', { as })).body as { items: { record: string; agent: unknown }[] }).items,
  }
}
export type LinkHub = Awaited<ReturnType<typeof createLinkHub>>
