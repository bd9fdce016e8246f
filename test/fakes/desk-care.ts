import type { AssetFigures } from '@/lib/domain/asset-figures'
import type { Asset } from '@/lib/domain/asset'
import { canonicalUrl } from '@/lib/domain/content-url'
import type { LinkState } from '@/lib/domain/link-check'
import type { Miss } from '@/lib/domain/miss'
import type { Need } from '@/lib/domain/need'
import { deskNow, makeAssets, org, type DeskBusOptions } from './desk-bus'
import type { PanelBusOptions } from './panel-bus'
import { createRandom } from '../fixtures/store/random'

const day = 86_400_000
const wishes = ['GDPR questionnaire', 'case study cold chain', 'price list 2026', 'integration with SAP', 'returns process one pager', 'Referenz Lebensmittel', 'security white paper', 'roll-out plan template'] as const

/** Believable requests: some asked for often, some answered. */
export function makeNeeds(count: number): Need[] {
  const random = createRandom(11)
  return Array.from({ length: count }, (_, index): Need => {
    const asked = 1 + random.upTo(Math.max(1, 9 - index))
    const ids = Array.from({ length: asked }, (__, n) => `r${index}-${n}`)
    const answered = index % 4 === 3
    return {
      key: `need-${index}`, query: `${wishes[index % wishes.length]}${index < wishes.length ? '' : ` ${index}`}`, stage: random.pick(['mql', 'working', 'sql']), industry: random.pick(['food', 'retail', 'chemicals']),
      personas: [random.pick(['it', 'supply-chain', 'operations'])], count: asked, first: deskNow - (asked + 3) * day, last: deskNow - random.upTo(3) * day,
      ids, openIds: answered ? [] : ids, answers: answered ? [{ id: `a${index}`, assetId: 'guide-1', at: deskNow - day }] : [],
    }
  })
}

export function makeMisses(count: number): Miss[] {
  return Array.from({ length: count }, (_, index) => ({
    key: `miss-${index}`, query: ['warehouse robots', 'iso 27001', 'kpi dashboard template', 'pallet calculator'][index % 4] ?? 'robots', stage: index % 2 ? 'mql' : undefined, industry: index % 3 ? undefined : 'food',
    count: 1 + ((count - index) % 7), first: deskNow - 20 * day, last: deskNow - index * day,
  }))
}

export function makeFigures(assets: readonly Asset[]): Record<string, AssetFigures> {
  const random = createRandom(5)
  return Object.fromEntries(assets.filter((_, index) => index % 3 !== 2).map(({ id }, index) => {
    const got = random.upTo(60)
    const opened = index % 5 === 1 ? 0 : random.upTo(got + 1)
    const judged = random.upTo(90)
    const good = random.upTo(judged + 1)
    return [id, { sends: got + 2, unsure: random.upTo(4), lastSent: deskNow - random.upTo(40) * day, got, opened, replied: random.upTo(opened + 1), verdicts: { good, not_yet: judged - good, wrong: random.upTo(9), cant_tell: random.upTo(5) } }]
  }))
}

/** What a background would answer about requests and care for these assets. */
export function careAnswers(assets: readonly Asset[], { needs = 0, misses = 0 } = {}): NonNullable<PanelBusOptions['answers']> {
  const links = assets.flatMap(({ url, status }) => (url && status !== 'archived' ? [canonicalUrl(url) ?? ''] : []))
  const states = Object.fromEntries(links.map((key, index): [string, LinkState] => [key, index % 9 === 4 ? { state: 'broken', at: deskNow - day, status: 404 } : { state: 'ok', at: deskNow - day, status: 200 }]))
  return {
    'requests.list': () => ({ needs: makeNeeds(needs), misses: makeMisses(misses) }),
    'requests.single': ({ ids }) => ids.slice(0, 3).map((id, index) => ({
      id, at: deskNow - index * day, query: 'GDPR questionnaire', note: 'They need it before the next call.', rep: ['Dana Reyes', 'Mei Tanaka', 'Jonas Okoro'][index] ?? 'Dana Reyes',
      ref: { crm: 'salesforce' as const, org, kind: 'lead' as const, id: '00Q000000000000001' }, name: 'Marta Lindqvist', url: `https://${org}/1`,
    })),
    'library.figures': () => makeFigures(assets),
    'links.state': () => ({ states, hosts: links.length === 0 ? [] : [{ origin: 'https://www.example.com', links: links.length, due: 3, granted: false }] }),
  }
}

/** Assets of many stages and audiences, with gaps between them and every kind of fault. */
export function makeCareAssets(count: number): Asset[] {
  const [stages, personas, industries] = [['new', 'mql', 'working', 'sql'], ['it', 'supply-chain', 'finance', 'operations'], ['food', 'retail', 'logistics']]
  const some = (list: readonly string[], index: number) => (index % 7 === 6 ? [] : [list[index % list.length] ?? ''])
  return makeAssets(count).map((asset, index): Asset => ({
    ...asset, stages: some(stages, index), personas: some(personas, index * 3 + 1), industries: some(industries, index * 5), owner: ['Ines Carvalho', 'Noor Haddad'][index % 2],
    ...(index % 6 === 1 ? { expires: deskNow + (index % 12 === 1 ? -9 : 12) * day } : {}), ...(index % 8 === 3 ? { url: 'https://www.example.com/guide-1?utm_source=mail' } : {}),
  }))
}

/** The desk with requests and care: none, some, many. */
export const careStates = {
  'care-nothing': () => ({ state: {}, assets: [] }),
  'care-little': () => stateWith(9, { needs: 3, misses: 2 }),
  'care-much': () => stateWith(400, { needs: 120, misses: 60 }),
} satisfies Record<string, () => DeskBusOptions>

function stateWith(count: number, asked: { needs: number; misses: number }): DeskBusOptions {
  const assets = makeCareAssets(count)
  return { assets, answers: careAnswers(assets, asked) }
}
