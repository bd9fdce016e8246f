import * as z from 'zod/mini'
import type { VerdictValue } from './ledger'
import { verdictValue, type LedgerEvent, type SendEvent } from './ledger'
import type { Learned } from './learned'

/** What became of one asset, as counts of sends, people and leads. */
export const assetFigures = z.strictObject({
  /** Sends known to be sent, and sends nobody told the outcome of. */
  sends: z.number(),
  unsure: z.number(),
  /** The last of either, in epoch milliseconds. */
  lastSent: z.optional(z.number()),
  /** People who got it and had a day for it; how many of those opened it, and answered. */
  got: z.number(),
  opened: z.number(),
  replied: z.number(),
  /** Leads whose story held it, by the verdict of their first look that counts. */
  verdicts: z.record(verdictValue, z.number()),
})
export type AssetFigures = z.infer<typeof assetFigures>
export type FiguresByAsset = Readonly<Record<string, AssetFigures>>

export const noFigures: AssetFigures = { sends: 0, unsure: 0, got: 0, opened: 0, replied: 0, verdicts: { good: 0, not_yet: 0, wrong: 0, cant_tell: 0 } }

/** Adds up what happened to assets; feed it in as many pieces as you like. */
export function createFigures() {
  const figures = new Map<string, AssetFigures>()
  const of = (assetId: string) => {
    const known = figures.get(assetId) ?? { ...noFigures, verdicts: { ...noFigures.verdicts } }
    figures.set(assetId, known)
    return known
  }

  return {
    /** All sends at once: their outcomes come later than they. */
    takeSends(events: readonly LedgerEvent[]) {
      const outcomes = new Map<string, 'sent' | 'dropped'>()
      for (const event of events) if (event.type === 'send-outcome' && outcomes.get(event.sendId) !== 'sent') outcomes.set(event.sendId, event.outcome)
      for (const event of events) if (event.type === 'send') takeSend(of, event, outcomes.get(event.id))
    },
    /** One lead's counting verdict, with the assets of its story. */
    takeVerdict({ verdict, assets }: { verdict: VerdictValue; assets: readonly string[] }) {
      for (const assetId of new Set(assets)) of(assetId).verdicts[verdict] += 1
    },
    takeLearned(learned: Learned) {
      for (const { item, got, opened, replied } of learned.values()) if (got > 0) Object.assign(of(item), { got, opened, replied })
    },
    result: (): Record<string, AssetFigures> => Object.fromEntries(figures),
  }
}

function takeSend(of: (assetId: string) => AssetFigures, { assetId, at }: SendEvent, outcome: 'sent' | 'dropped' | undefined): void {
  if (outcome === 'dropped') return
  const own = of(assetId)
  if (outcome === 'sent') own.sends += 1
  else own.unsure += 1
  own.lastSent = Math.max(own.lastSent ?? 0, at)
}
