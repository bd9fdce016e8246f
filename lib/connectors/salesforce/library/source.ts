import type * as z from 'zod/mini'
import type { AppError } from '@/lib/domain/errors'
import type { AssetSource, SourceRow } from '@/lib/domain/source-ports'
import type { SalesforceDeps } from '../../ports'
import type { Org } from '../org/org'
import { createOrgs } from '../org/orgs'
import { type Absent, loadAbsent } from '../read/absent'
import { parseRows } from '../read/parse-rows'
import { runSources } from '../read/run-sources'
import type { Source } from '../read/source'
import { toMoment } from '../time'
import { docsPerPage, idsPerQuery, latestVersions, libraryDoc, libraryDocs, openLink, openLinks, type OpenLink, type Version, version } from './queries'

const mostPages = 10

/** The files of all libraries this user may see. `address` is `salesforce:<API host>`. A file with a public link may be sent. */
export function createSalesforceLibrary(deps: SalesforceDeps): AssetSource {
  const orgs = createOrgs(deps)
  return {
    kind: 'salesforce-files',
    async read({ address }) {
      const org = await orgs.expect(address.replace(/^salesforce:/, ''))
      const absent = await loadAbsent(deps.cache, org.host, org.userId)
      const { docs, whole } = await readDocs(org, absent)
      const ids = [...docs.keys()]
      const versions: Version[] = []
      const links: OpenLink[] = []
      for (let from = 0; from < ids.length; from += idsPerQuery) {
        const some = ids.slice(from, from + idsPerQuery)
        const outcomes = await runSources(org, { versions: latestVersions(some), links: openLinks(some) }, absent)
        versions.push(...expectRows(parseRows(outcomes.get('versions'), version)))
        links.push(...optionalRows(parseRows(outcomes.get('links'), openLink)))
      }
      const now = deps.clock.now()
      const open = new Map(links.filter((link) => isOpen(link, now)).map((link) => [link.ContentDocumentId, link]))
      const rows = versions.map((one) => toRow(one, docs.get(one.ContentDocumentId) ?? [], open.get(one.ContentDocumentId)))
      return { notModified: false, rows, held: [], sight: whole ? 'all' : 'none', waiting: 0, title: `Salesforce ${org.host}` }
    },
  }
}

/** Documents with the names of their libraries. */
async function readDocs(org: Org, absent: Absent): Promise<{ docs: Map<string, string[]>; whole: boolean }> {
  const docs = new Map<string, string[]>()
  let after: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const outcomes = await runSources(org, { docs: libraryDocs(after) } satisfies Record<string, Source>, absent)
    const rows = expectRows(parseRows(outcomes.get('docs'), libraryDoc))
    for (const row of rows) docs.set(row.ContentDocumentId, [...(docs.get(row.ContentDocumentId) ?? []), ...(row.ContentWorkspace?.Name ? [row.ContentWorkspace.Name] : [])])
    after = rows.at(-1)?.Id
    if (rows.length < docsPerPage) return { docs, whole: true }
  }
  return { docs, whole: false }
}

type Rows<T> = { rows: T[] } | { error: AppError }

function expectRows<T>(parsed: Rows<T>): T[] {
  if ('error' in parsed) throw parsed.error
  return parsed.rows
}

/** Orgs without content deliveries have no links, which is no failure. */
function optionalRows<T>(parsed: Rows<T>): T[] {
  if ('error' in parsed && !['not-set-up', 'forbidden'].includes(parsed.error.kind)) throw parsed.error
  return 'rows' in parsed ? parsed.rows : []
}

function isOpen(link: OpenLink, now: number): boolean {
  const ends = link.PreferencesExpires === true ? toMoment(link.ExpiryDate) : undefined
  return link.DistributionPublicUrl !== undefined && link.PreferencesPasswordRequired !== true && (ends === undefined || ends > now)
}

function kindOf(fileType: string): string {
  if (/POWER_POINT|KEYNOTE/i.test(fileType)) return 'deck'
  return /^(?:MP4|MOV|M4V|WMV|AVI)$/i.test(fileType) ? 'video' : ''
}

function toRow(one: z.infer<typeof version>, libraries: readonly string[], link: OpenLink | undefined): SourceRow {
  const tags = (one.TagCsv ?? '').split(',').map((tag) => tag.trim()).filter(Boolean)
  return {
    id: one.ContentDocumentId, title: one.Title ?? '', description: one.Description ?? '', url: link?.DistributionPublicUrl ?? '', type: kindOf(one.FileType ?? ''),
    tags: tags.length > 0 ? tags : libraries, library: libraries.join('; '), public: link !== undefined, expires: link?.PreferencesExpires ? (link.ExpiryDate ?? '') : '',
    published: iso(one.CreatedDate), updated: iso(one.LastModifiedDate),
  }
}

/** Salesforce writes zones as `+0000`. */
function iso(moment: string | undefined): string {
  const at = toMoment(moment)
  return at === undefined ? '' : new Date(at).toISOString()
}
