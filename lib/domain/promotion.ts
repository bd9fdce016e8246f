import * as z from 'zod/mini'
import { clause } from './definitions/clause'
import { fitsAll } from './definitions/evaluate'
import type { ClauseInput } from './definitions/result'

const words = z.optional(z.string().check(z.maxLength(1000)))
const moment = z.optional(z.number())

/** What marketing offers for a while, to whom, and how to speak of it. Epoch milliseconds. */
const whole = z.strictObject({
  id: z.string().check(z.maxLength(200)),
  /** Empty: the first asset's title stands for it. */
  label: z.string().check(z.maxLength(120)),
  /** Ids of the playbook's products. */
  products: z.array(z.string()),
  offer: words,
  terms: words,
  /** What to send with it. */
  assetIds: z.array(z.string()).check(z.maxLength(20)),
  /** Whom it is for; nothing means everybody. */
  audience: z.array(clause).check(z.maxLength(12)),
  from: moment,
  /** The first moment at which it is over. */
  until: moment,
  say: words,
  avoid: words,
})
/** As playbooks held it before promotions had an audience: one asset, for everybody. */
const assetOnly = z.strictObject({ assetId: z.string(), from: moment, until: moment })

export type Promotion = z.infer<typeof whole>

/** Reads what playbooks hold today and what they held before. */
export const promotion = z.pipe(
  z.union([whole, assetOnly]),
  z.transform((value: z.infer<typeof whole> | z.infer<typeof assetOnly>): Promotion => (
    'id' in value ? value : { id: `asset:${value.assetId}`, label: '', products: [], assetIds: [value.assetId], audience: [], from: value.from, until: value.until }
  )),
)

/** A promotion as the panel shows it. */
export const promotionView = z.strictObject({
  promotion: whole,
  /** Titles of its assets that can be found, in their order. */
  assets: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  /** This rep has said so. */
  known: z.boolean(),
})
export type PromotionView = z.infer<typeof promotionView>

export function isRunning({ from = -Infinity, until = Infinity }: Pick<Promotion, 'from' | 'until'>, now: number): boolean {
  return from <= now && now < until
}

/** The last moment it runs: the day people mean by "until". */
export function lastMoment({ until }: Pick<Promotion, 'until'>): number | undefined {
  return until === undefined ? undefined : until - 1
}

/** What runs now for this lead, what ends first first. */
export function fittingPromotions(promotions: readonly Promotion[], input: ClauseInput): Promotion[] {
  return runningPromotions(promotions, input.now).filter(({ audience }) => fitsAll(audience, input))
}

export function runningPromotions(promotions: readonly Promotion[], now: number): Promotion[] {
  return promotions.filter((one) => isRunning(one, now)).sort((a, b) => (a.until ?? Infinity) - (b.until ?? Infinity) || (a.id < b.id ? -1 : 1))
}
