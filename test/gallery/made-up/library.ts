import type { Asset } from '@/lib/domain/asset'
import { systemOf, type Source } from '@/lib/domain/source'
import { seedId } from '../../sandbox/salesforce/ids.ts'
import { salesforceOrg } from '../../e2e/harness/people.ts'
import { day, eventId, eventLine, hour, leadRef, lineOf, pick, type Making } from './line.ts'
import { industries, personas, reps, stages } from './words.ts'

const kinds = ['case-study', 'ebook', 'webinar', 'video', 'brochure', 'deck', 'one-pager', 'white-paper', 'blog-post', 'comparison', 'call-sheet', 'pricing'] as const
const subjects = ['Forecasting promotions', 'Planning fresh food', 'Inventory without regret', 'One plan for three plants', 'Spoilage and what it costs', 'From spreadsheets to a plan', 'Safety stock', 'Sales and operations planning', 'Shelf life', 'New products', 'Seasonal peaks', 'Supplier delays'] as const
const endings = ['in ten pages', 'for food producers', 'as a checklist', 'with three retail planners', 'for finance', 'compared', 'the short version', 'by example', 'for a first call', 'in 2026'] as const
const unusual = [
  'Donaudampfschifffahrtsgesellschaftskapitänsbedarfsprognoseleitfaden', '需要予測の誤差をどう測り、どう説明するか', 'دليل مختصر لتخطيط الطلب في شركات الأغذية', 'A complete and unabridged guide to measuring forecast error across products, plants, weeks and customers, with everything that can go wrong and how to notice it before your customers do',
  'https://www.quayside.example/resources/an-address-somebody-used-as-a-title-because-the-export-had-no-other-column', 'מדריך קצר לתכנון ביקושים',
] as const
export const owners = ['Ines Carvalho', 'Mei Tanaka', 'Jonas Okoro'] as const

/** A library as it grows: most approved, some drafts, some overdue, some expiring, two of one address. */
export function madeUpAssets({ amount, now, random }: Making): Asset[] {
  return Array.from({ length: amount.assets }, (_, index) => {
    const some = (list: readonly string[], share: number) => list.filter(() => random() < share)
    const title = unusual[index - 4] ?? `${subjects[index % subjects.length] ?? ''} ${endings[Math.floor(index / subjects.length) % endings.length] ?? ''}${index >= 120 ? `, ${2015 + (index % 11)}` : ''}`
    return {
      id: `made-${index}`, title, abstract: 'What planners ask before they decide, answered with figures from companies like theirs.', url: `https://${index % 3 === 0 ? 'blog' : 'www'}.quayside.example/${index === 9 ? 'made-8' : `made-${index}`}`,
      kind: kinds[index % kinds.length] ?? 'other', topics: ['planning'], stages: some(stages, 0.35), personas: some(personas, 0.3), industries: random() < 0.4 ? [] : some(industries, 0.3), products: [], language: pick(['en', 'en', 'de', 'ja', 'ar'], random),
      owner: pick(owners, random), status: index % 17 === 5 ? 'draft' : 'approved', version: 1 + (index % 4), shareable: index % 13 !== 7, updatedAt: Math.floor(now - (20 + random() * 500) * day),
      ...(index % 9 === 2 ? {} : { verifiedAt: Math.floor(now - random() * 230 * day) }), verifyEvery: 180, ...(index % 21 === 4 ? { expires: Math.floor(now + (random() * 60 - 20) * day) } : {}),
      source: { system: 'import' },
    }
  })
}

/** Sends with what became of them, unevenly spread over the library, over most of a year. */
export function sendLines({ amount, now, random }: Making): string[] {
  return Array.from({ length: amount.sends }, (_, index) => {
    const rep = pick(reps, random)
    const at = Math.floor(now - random() ** 1.4 * 300 * day)
    const base = { ref: leadRef(Math.floor(random() * amount.verdicts)), rep: { id: rep, name: rep, verified: true } }
    const id = eventId(2, index)
    return [
      eventLine({ ...base, type: 'send', id, at, assetId: `made-${Math.floor(random() ** 2.2 * amount.assets)}`, assetVersion: 1, title: 'As it was called then', channel: 'gmail' }),
      ...(index % 6 === 0 ? [] : [eventLine({ ...base, type: 'send-outcome', id: eventId(3, index), at: at + 60_000, sendId: id, outcome: 'sent', by: 'rep' })]),
    ]
  }).flat()
}

/** What was learned of them: who got an asset, opened it, answered. */
export function learnedLines({ amount, now, random }: Making): string[] {
  return Array.from({ length: Math.min(amount.assets, amount.sends) }, (_, index) => {
    const got = Math.floor(random() * 60 * (1 - index / amount.assets)) + 1
    const opened = index % 7 === 3 ? 0 : Math.floor(got * random())
    return lineOf({ kind: 'learned', data: { at: now, learned: { item: `made-${index}`, people: got, next: {}, got, opened, replied: Math.floor(opened * random() * 0.4) } } }, `made-${index}`, now)
  })
}

export function sourceLines({ amount, now }: Making): string[] {
  const site = 'https://blog.quayside.example'
  const counts = { items: 42, problems: 0, waiting: 0, added: 3, changed: 1, gone: 0 }
  const given: (Pick<Source, 'kind' | 'address' | 'title'> & Partial<Source>)[] = [
    { kind: 'rss', address: `${site}/feed.xml`, title: 'Quayside blog', counts },
    { kind: 'salesforce-files', address: `salesforce:${salesforceOrg}`, title: 'Sales library', counts: { ...counts, items: 118, problems: 2 } },
    { kind: 'sitemap', address: `${site}/sitemap.xml`, title: 'quayside.example, the whole site', counts: { ...counts, items: 611, waiting: 240 } },
    { kind: 'file', address: 'https://files.quayside.example/marketing/shared/2026/spring/final/really-final/library-of-everything-we-have.csv', error: { kind: 'not-found' }, counts },
    { kind: 'json-feed', address: `${site}/feed.json`, title: '製品ニュース', paused: true, counts: { ...counts, items: 7 } },
    { kind: 'wordpress', address: `${site}/wp-json/`, title: 'مدونة الشركاء', counts: { ...counts, items: 64 } },
  ]
  return given.slice(0, amount.sources).map((one, index) => {
    const source: Source = { id: `${one.kind}-${seedId('00Q', one.address)}`, mapping: {}, fixed: {}, takesPlaybook: false, paused: false, addedAt: now - 90 * day, readAt: now - (index + 1) * 3 * hour, dueAt: now + day, ...one }
    return lineOf({ kind: 'source', data: source }, source.id, source.addedAt)
  })
}

export function assetLines(making: Making): string[] {
  const [blog] = making.amount.sources > 0 ? [{ system: systemOf('rss') }] : []
  return madeUpAssets(making).map((asset, index) => lineOf({ kind: 'asset', data: blog && index % 3 === 0 ? { ...asset, source: blog } : asset }, asset.id, asset.updatedAt))
}
