import type { RawTouch } from '../touch'

const dayMs = 86_400_000
/** Gateways open what a mail links to within this of its arrival, some in a browser that runs the site's scripts. */
const windowMs = 120_000

/** When mails arrived or machines were seen at them. */
export interface MailMoments {
  /** Whether the touch may belong to such a moment; where a time is known to the day only, the whole day may. */
  near(touch: RawTouch): boolean
}

/** Collects the moments of all mails of a record: deliveries, sent mails, and mail touches that show a machine. */
export function mailMoments(raw: readonly RawTouch[], burst: ReadonlySet<RawTouch>): MailMoments {
  const exact: number[] = []
  const days = new Set<number>()
  for (const touch of raw) {
    const { deliveredAt } = touch.signals
    if (deliveredAt !== undefined) exact.push(deliveredAt)
    if (!isMailOfMachine(touch, burst)) continue
    if (touch.dayOnly) days.add(dayOf(touch.at))
    else exact.push(touch.at)
  }
  exact.sort((a, b) => a - b)
  const exactDays = new Set(exact.map(dayOf))
  return {
    near({ at, dayOnly }) {
      if (days.has(dayOf(at))) return true
      if (dayOnly) return exactDays.has(dayOf(at))
      const before = lastUpTo(exact, at)
      return before !== undefined && at - before <= windowMs
    },
  }
}

function isMailOfMachine(touch: RawTouch, burst: ReadonlySet<RawTouch>): boolean {
  const { bot, probe, filtered } = touch.signals
  if (touch.kind === 'email-sent') return true
  return touch.kind.startsWith('email-') && (Boolean(bot) || probe === true || filtered === true || burst.has(touch))
}

function lastUpTo(sorted: readonly number[], at: number): number | undefined {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? Infinity) <= at) low = middle + 1
    else high = middle
  }
  return sorted[low - 1]
}

function dayOf(at: number): number {
  return Math.floor(at / dayMs)
}
