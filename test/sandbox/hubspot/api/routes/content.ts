import { Hono } from 'hono'
import { HubspotError, invalid, resourceNotFound } from '../../errors.ts'
import { stamp } from '../../format.ts'
import type { CmsItem } from '../../model/marketing.ts'
import { demandAnyScope, demandScopes, type ApiContext, type ApiEnv } from '../context.ts'
import { listParam, numberParam } from '../input.ts'
import { page } from '../paging.ts'

type Shown = Record<string, unknown>

const scheduled = 'PUBLISHED_OR_SCHEDULED'

/** `/cms/blogs/…`. */
export const blogRoutes = new Hono<ApiEnv>()
  .get('/posts', (c) => {
    demandScopes(c, 'content')
    return listed(c, c.env.portal.marketing.blogPosts, (post) => ({
      ...presentItem(post),
      postSummary: post.description,
      tagIds: post.tagIds,
      blogAuthorId: '4183274253',
      state: 'PUBLISHED',
      currentState: 'PUBLISHED',
    }))
  })
  .get('/tags', (c) => {
    demandScopes(c, 'content')
    const tags = c.env.portal.marketing.blogTags
    const { slice, paging } = page(tags, numberParam(c, 'limit', 100, 100), c.req.query('after'), c.env.url)
    const day = '2025-01-01T00:00:00Z'
    const results = slice.map(({ id, name, slug }) => ({
      id: String(id),
      name,
      slug,
      language: 'en',
      created: day,
      updated: day,
      deletedAt: '1970-01-01T00:00:00Z',
      translatedFromId: null,
    }))
    return c.json({ total: tags.length, results, ...paging })
  })

/** `/cms/pages/…`. */
export const pageRoutes = new Hono<ApiEnv>()
  .get('/landing-pages', (c) => {
    demandAnyScope(c, 'content', 'content.landing_pages.read')
    return listed(c, c.env.portal.marketing.landingPages, (item) => ({ ...presentItem(item), state: scheduled, currentState: scheduled }))
  })
  .get('/site-pages', (c) => {
    demandScopes(c, 'content')
    return listed(c, [], presentItem)
  })

/** `/files/…`. */
export const fileRoutes = new Hono<ApiEnv>()
  .get('/files/search', (c) => {
    demandAnyScope(c, 'files', 'files.read')
    const folders = listParam(c, 'parentFolderIds')
    const extension = c.req.query('extension')
    const name = c.req.query('name')?.toLowerCase()
    const since = c.req.query('updatedAtGte')
    const found = c.env.portal.marketing.files
      .filter((file) => folders.length === 0 || folders.includes(file.folderId))
      .filter((file) => (extension === undefined || file.extension === extension) && (name === undefined || file.name.toLowerCase().includes(name)))
      .filter((file) => since === undefined || file.updatedAt >= Date.parse(since))
      .sort((one, other) => (c.req.query('sort') === 'updatedAt' ? one.updatedAt - other.updatedAt : other.updatedAt - one.updatedAt))
    const wanted = listParam(c, 'properties')
    const { slice, paging } = page(found, numberParam(c, 'limit', 10, 100), c.req.query('after'), c.env.url)
    const { id: portalId, hublet } = c.env.portal
    return c.json({
      results: slice.map((file) => {
        const at = stamp(file.updatedAt)
        const hosting = `https://${portalId}.fs1.hubspotusercontent-${hublet}.net/hubfs/${portalId}${file.path}`
        const rest = {
          parentFolderId: file.folderId,
          name: file.name,
          path: file.path,
          size: file.size,
          type: file.kind,
          extension: file.extension,
          defaultHostingUrl: hosting,
          url: file.url,
          isUsableInContent: true,
          access: file.access,
        }
        return { id: file.id, createdAt: at, updatedAt: at, archived: false, ...only(rest, wanted) }
      }),
      ...paging,
    })
  })
  .get('/files/:id', (c) => {
    demandAnyScope(c, 'files', 'files.read')
    const file = c.env.portal.marketing.files.find(({ id }) => id === c.req.param('id'))
    if (file === undefined) throw resourceNotFound()
    return c.json({
      id: file.id,
      name: file.name,
      path: file.path,
      url: file.url,
      type: file.kind,
      extension: file.extension,
      access: file.access,
      size: file.size,
    })
  })

function listed(c: ApiContext, items: readonly CmsItem[], present: (item: CmsItem) => Shown): Response {
  const name = c.req.query('name__icontains')?.toLowerCase()
  const tagIds = listParam(c, 'tagId__in').map(Number)
  if (c.req.query('currentState') !== undefined) throw invalid('currentState cannot be filtered by; use state')
  const state = c.req.query('state')
  if (state !== undefined && !['PUBLISHED', scheduled, 'DRAFT'].includes(state)) throw new HubspotError(400, { message: `Invalid state: ${state}` })
  const found = items
    .filter((item) => state !== 'DRAFT' && (name === undefined || item.name.toLowerCase().includes(name)))
    .filter((item) => tagIds.length === 0 || tagIds.some((id) => item.tagIds.includes(id)))
    .sort((one, other) => (c.req.query('sort')?.startsWith('-') === false ? one.updatedAt - other.updatedAt : other.updatedAt - one.updatedAt))
  const { slice, paging } = page(found, numberParam(c, 'limit', 20, 100), c.req.query('after'), c.env.url)
  const wanted = listParam(c, 'property')
  return c.json({ total: found.length, results: slice.map((item) => only(present(item), wanted)), ...paging })
}

function presentItem(item: CmsItem): Shown {
  return {
    id: item.id,
    name: item.name,
    htmlTitle: item.name,
    slug: item.slug,
    url: item.url,
    metaDescription: item.description,
    featuredImage: '',
    featuredImageAltText: '',
    publishDate: stamp(item.publishedAt),
    updated: stamp(item.updatedAt),
    language: 'en',
    campaign: item.campaignId ?? '',
    contentGroupId: '184990000001',
  }
}

/** The members asked for, or all of them; `id` always. */
function only(shown: Shown, wanted: readonly string[]): Shown {
  return wanted.length === 0 ? shown : Object.fromEntries(Object.entries(shown).filter(([name]) => name === 'id' || wanted.includes(name)))
}
