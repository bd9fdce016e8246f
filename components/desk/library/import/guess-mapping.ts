/** Fields an import can fill, with the column names people give them (schema.org's included). */
export const importFields: Record<string, string[]> = {
  id: ['id', 'identifier', 'asset id', 'asset_id', 'sku'],
  title: ['title', 'name', 'headline', 'asset', 'asset name'],
  abstract: ['abstract', 'description', 'summary', 'text', 'teaser'],
  url: ['url', 'link', 'address', 'web address', 'href'],
  kind: ['kind', 'type', 'format', 'content type', 'additionaltype'],
  topics: ['topics', 'topic', 'keywords', 'tags', 'about'],
  stages: ['stages', 'stage', 'funnel stage', 'buying stage'],
  personas: ['personas', 'persona', 'audience', 'role'],
  industries: ['industries', 'industry', 'sector', 'vertical'],
  products: ['products', 'product'],
  language: ['language', 'lang', 'inlanguage', 'locale'],
  owner: ['owner', 'author', 'creator', 'responsible'],
  status: ['status', 'state', 'creativeworkstatus'],
  shareable: ['shareable', 'public', 'external'],
  body: ['body', 'content', 'articlebody'],
  expires: ['expires', 'expiry', 'valid until', 'expiration'],
  verifiedAt: ['verified', 'verified at', 'verifiedat', 'last reviewed', 'lastreviewed'],
  verifyEvery: ['verify every', 'verifyevery', 'review interval'],
}

/** Column → field, for columns whose name says what they are. Each field is taken once. */
export function guessMapping(columns: readonly string[]): Record<string, string> {
  const mapping: Record<string, string> = {}
  const taken = new Set<string>()
  for (const column of columns) {
    const name = column.trim().toLowerCase().replace(/[_-]+/g, ' ')
    const field = Object.keys(importFields).find((key) => !taken.has(key) && (key.toLowerCase() === name.replace(/ /g, '') || importFields[key]?.includes(name)))
    if (!field) continue
    taken.add(field)
    mapping[column] = field
  }
  return mapping
}
