import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import type { AssetSource, SourceRow } from '@/lib/domain/source-ports'
import { pathWith } from '../addresses'
import { allPages } from '../all-pages'
import { createHubspotClients, type HubspotClient } from '../client'
import type { HubspotDeps } from '../deps'
import { expectPortal } from '../portal'
import { contentRow, fileRow } from './rows'
import { contentPage, filePage, tagPage } from './wire'

const pageSize = 100
/** `allPages` stops after so many rows: then what is missing is not gone. */
const mostRows = 5_000
const remembered = z.object({ parts: z.array(z.string()) })

const parts: Record<string, (client: HubspotClient) => Promise<SourceRow[]>> = {
  blog: readBlog,
  'landing-pages': (client) => readPages(client, 'landing-pages'),
  'site-pages': (client) => readPages(client, 'site-pages'),
  files: readFiles,
}

/**
 * Blog posts, landing and site pages, and files of a portal. `address` is `hubspot:<portal>`. What the sign-in may not read is left
 * out from the first reading on; what could be read once and no longer can makes the whole reading fail.
 */
export function createHubspotLibrary(deps: HubspotDeps): AssetSource {
  const clientFor = createHubspotClients(deps)
  return {
    kind: 'hubspot-cms',
    async read({ address, memory }) {
      const org = address.replace(/^hubspot:/, '')
      const client = clientFor(org)
      await expectPortal(client, deps.cache, org)
      const due = new Set(remembered.safeParse(memory).data?.parts)
      const rows: SourceRow[] = []
      const read: string[] = []
      let refused: AppError | undefined
      for (const [name, part] of Object.entries(parts)) {
        try {
          rows.push(...await part(client))
          read.push(name)
        } catch (failure) {
          if (!(failure instanceof AppError) || failure.kind !== 'forbidden' || due.has(name)) throw failure
          refused ??= failure
        }
      }
      if (read.length === 0 && refused) throw refused
      return { notModified: false, rows, held: [], sight: rows.length < mostRows ? 'all' : 'none', waiting: 0, memory: { parts: read }, title: `HubSpot ${org}` }
    },
  }
}

async function readBlog(client: HubspotClient): Promise<SourceRow[]> {
  const posts = await allPages((after) => client.send({ path: pathWith('/cms/blogs/{v}/posts', { state: 'PUBLISHED', sort: '-updatedAt', limit: pageSize, after }), schema: contentPage }))
  const tagged = posts.some(({ tagIds }) => (tagIds ?? []).length > 0)
  const tags = tagged ? await allPages((after) => client.send({ path: pathWith('/cms/blogs/{v}/tags', { limit: pageSize, after }), schema: tagPage })) : []
  const names = new Map(tags.map(({ id, name }) => [id, name]))
  return posts.map((post) => contentRow(post, 'blog-post', names))
}

async function readPages(client: HubspotClient, type: 'landing-pages' | 'site-pages'): Promise<SourceRow[]> {
  const pages = await allPages((after) => client.send({ path: pathWith(`/cms/pages/{v}/${type}`, { state: 'PUBLISHED_OR_SCHEDULED', sort: '-updatedAt', limit: pageSize, after }), schema: contentPage }))
  return pages.map((page) => contentRow(page, 'page', new Map()))
}

async function readFiles(client: HubspotClient): Promise<SourceRow[]> {
  const files = await allPages((after) => client.send({ path: pathWith('/files/{v}/files/search', { limit: pageSize, after }), schema: filePage }))
  return files.map(fileRow).filter((row) => row !== undefined)
}
