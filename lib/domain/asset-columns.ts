/** Fields an import fills, with the names columns have for them in the wild; schema.org's terms included. Compared without case, spaces and dashes. */
const columnNames = {
  id: ['identifier', 'assetid', 'sku'],
  title: ['name', 'headline', 'asset', 'assetname'],
  abstract: ['description', 'summary', 'teaser'],
  url: ['link', 'address', 'webaddress', 'href', 'contenturl'],
  kind: ['type', 'format', 'contenttype', 'additionaltype', 'assettype'],
  topics: ['topic', 'keywords', 'tags', 'about', 'categories', 'category'],
  stages: ['stage', 'funnelstage', 'buyingstage'],
  personas: ['persona', 'audience', 'role'],
  industries: ['industry', 'sector', 'vertical'],
  products: ['product'],
  language: ['lang', 'inlanguage', 'locale'],
  owner: ['author', 'creator', 'responsible'],
  status: ['state', 'creativeworkstatus'],
  shareable: ['public', 'external', 'maybesent'],
  body: ['content', 'articlebody', 'text'],
  expires: ['expiry', 'validuntil', 'expiration', 'expirydate'],
  verifiedAt: ['verified', 'lastreviewed', 'verifiedon'],
  verifyEvery: ['reviewinterval', 'verifyeverydays'],
  publishedAt: ['published', 'datepublished', 'publishdate'],
  updatedAt: ['updated', 'modified', 'datemodified', 'lastmodified'],
} as const satisfies Record<string, readonly string[]>

export type AssetField = keyof typeof columnNames
export const assetFields = Object.keys(columnNames) as AssetField[]

/** Column → field, for columns whose name says what they are; JSON-LD's own (`@type`) are passed over. Each field is taken once, by the column listed first. */
export function guessMapping(columns: readonly string[]): Record<string, AssetField> {
  const taken = new Set<AssetField>()
  const found: [string, AssetField][] = []
  for (const column of columns.filter((name) => !name.startsWith('@'))) {
    const name = column.toLowerCase().replace(/[^a-z]/g, '')
    const field = assetFields.find((candidate) => !taken.has(candidate) && (candidate.toLowerCase() === name || (columnNames[candidate] as readonly string[]).includes(name)))
    if (field === undefined) continue
    taken.add(field)
    found.push([column, field])
  }
  return Object.fromEntries(found)
}

/** Columns that would reach into how objects work; no field is read from them. */
export const poisonedColumns: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** The columns of a table, by its first rows. */
export function tableColumns(rows: readonly Readonly<Record<string, unknown>>[]): string[] {
  return [...new Set(rows.slice(0, 200).flatMap((row) => Object.keys(row)))].filter((column) => !poisonedColumns.has(column))
}
