/** A request path taken apart: the path without its version, and the version. */
export interface VersionedPath {
  path: string
  version: string
}

/** Families with date versions: `/crm/objects/2026-09/contacts`. */
const dated = [
  '/crm/objects',
  '/crm/associations',
  '/crm/properties',
  '/crm/owners',
  '/crm/lists',
  '/crm/pipelines',
  '/account-info',
  '/oauth',
  '/appinstalls',
  '/events/event-occurrences',
  '/marketing/marketing-events',
  '/marketing/campaigns',
  '/marketing/emails',
  '/cms/blogs',
  '/cms/pages',
  '/files',
]

const datedVersions = ['2026-09', '2026-03']

/** Older addresses of the same families, and the families that have no date version. */
const legacy: readonly (readonly [prefix: string, family: string, version: string])[] = [
  ['/crm/v3/objects', '/crm/objects', 'v3'],
  ['/crm/v4/objects', '/crm/objects', 'v4'],
  ['/crm/v4/associations', '/crm/associations', 'v4'],
  ['/crm/v3/properties', '/crm/properties', 'v3'],
  ['/crm/v3/owners', '/crm/owners', 'v3'],
  ['/crm/v3/lists', '/crm/lists', 'v3'],
  ['/crm/v3/pipelines', '/crm/pipelines', 'v3'],
  ['/account-info/v3', '/account-info', 'v3'],
  ['/oauth/v2/private-apps', '/oauth/private-apps', 'v2'],
  ['/oauth/v1', '/oauth', 'v1'],
  ['/oauth/v3', '/oauth', 'v3'],
  ['/events/v3/events', '/events/event-occurrences', 'v3'],
  ['/marketing/v3/marketing-events', '/marketing/marketing-events', 'v3'],
  ['/marketing/v3/campaigns', '/marketing/campaigns', 'v3'],
  ['/marketing/v3/emails', '/marketing/emails', 'v3'],
  ['/marketing/v3/forms', '/marketing/forms', 'v3'],
  ['/cms/v3/blogs', '/cms/blogs', 'v3'],
  ['/cms/v3/pages', '/cms/pages', 'v3'],
  ['/files/v3', '/files', 'v3'],
  ['/form-integrations/v1', '/form-integrations', 'v1'],
  ['/email/public/v1', '/email/public', 'v1'],
]

/** Finds the family and version of an API path; undefined for a path HubSpot does not have. */
export function parseVersionedPath(pathname: string): VersionedPath | undefined {
  const path = pathname.length > 1 ? pathname.replace(/\/+$/, '') : pathname
  for (const family of dated) {
    if (!under(path, family)) continue
    const [, version = '', ...rest] = path.slice(family.length).split('/')
    if (datedVersions.includes(version)) return { path: [family, ...rest].join('/'), version }
  }
  for (const [prefix, family, version] of legacy) {
    if (!under(path, prefix)) continue
    const rest = path.slice(prefix.length)
    // v4 brought associations only; the objects themselves stayed at v3.
    if (prefix === '/crm/v4/objects' && !rest.includes('/associations')) continue
    return { path: family + rest, version }
  }
  return undefined
}

function under(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`)
}
