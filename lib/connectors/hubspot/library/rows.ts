import type { SourceRow } from '@/lib/domain/source-ports'
import type { Content, File } from './wire'

export function contentRow(one: Content, type: 'blog-post' | 'page', tags: ReadonlyMap<string, string>): SourceRow {
  return {
    id: `hubspot-${one.id}`, title: one.htmlTitle || one.name || '', description: words(one.metaDescription || one.postSummary || ''), url: one.url ?? '', type, language: one.language ?? '',
    tags: (one.tagIds ?? []).flatMap((id) => tags.get(String(id)) ?? []), published: one.publishDate ?? '', updated: one.updated ?? '', public: true,
  }
}

const kinds: Record<string, string> = { MOVIE: 'video', ppt: 'deck', pptx: 'deck', key: 'deck', xls: 'template', xlsx: 'template' }
/** Pictures and style sheets of the site are no assets. */
const kept: ReadonlySet<string> = new Set(['DOCUMENT', 'MOVIE', 'AUDIO'])

/** A private file has no address anybody else could open; its folder is all HubSpot knows of its topic. */
export function fileRow(one: File): SourceRow | undefined {
  if (!kept.has(one.type ?? '')) return undefined
  const open = (one.access ?? '').startsWith('PUBLIC')
  const folders = (one.path ?? '').split('/').slice(1, -1).map((folder) => folder.replaceAll(/[-_]/g, ' ')).filter(Boolean)
  return {
    id: `hubspot-file-${one.id}`, title: (one.name ?? '').replaceAll(/[-_]+/g, ' '), description: '', url: open ? (one.url || one.defaultHostingUrl || '') : '',
    type: kinds[one.type ?? ''] ?? kinds[one.extension ?? ''] ?? '', language: '', tags: folders, published: '', updated: one.updatedAt ?? '', public: open,
  }
}

/** A summary may hold markup. */
function words(html: string): string {
  return html.replaceAll(/<[^>]{0,2000}>/g, ' ').replaceAll(/\s+/g, ' ').trim()
}
