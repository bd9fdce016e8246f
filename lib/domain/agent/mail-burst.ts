import type { RawTouch } from '../touch'

const burstMs = 10_000
/** Where a source does not say how many links a mail holds, so many different ones in ten seconds are beyond a person. */
const linksBeyondAPerson = 4

/**
 * The clicks by which all links of one mail were visited within ten seconds: gateways do that at delivery, people do not.
 * A mail with a single link proves nothing and is left alone.
 */
export function clicksInBurst(raw: readonly RawTouch[]): Set<RawTouch> {
  const burst = new Set<RawTouch>()
  for (const clicks of clicksByMail(raw).values()) addBurst(clicks, burst)
  return burst
}

function clicksByMail(raw: readonly RawTouch[]): Map<string, RawTouch[]> {
  const mails = new Map<string, RawTouch[]>()
  for (const touch of raw) {
    const { mailId } = touch.signals
    if (touch.kind !== 'email-click' || mailId === undefined || touch.dayOnly) continue
    const key = `${touch.origin.system}:${mailId}`
    const clicks = mails.get(key)
    if (clicks) clicks.push(touch)
    else mails.set(key, [touch])
  }
  return mails
}

function addBurst(clicks: RawTouch[], burst: Set<RawTouch>): void {
  const links = Math.max(0, ...clicks.map((click) => click.signals.mailLinks ?? 0))
  const needed = links > 0 ? Math.max(2, links) : linksBeyondAPerson
  if (clicks.length < needed) return
  clicks.sort((a, b) => a.at - b.at)
  const seen = new Map<string, number>()
  let from = 0
  clicks.forEach((click, index) => {
    seen.set(linkOf(click), (seen.get(linkOf(click)) ?? 0) + 1)
    for (let oldest = clicks[from]; oldest && click.at - oldest.at > burstMs; oldest = clicks[++from]) {
      const left = (seen.get(linkOf(oldest)) ?? 1) - 1
      if (left > 0) seen.set(linkOf(oldest), left)
      else seen.delete(linkOf(oldest))
    }
    if (seen.size >= needed) for (const member of clicks.slice(from, index + 1)) burst.add(member)
  })
}

function linkOf(click: RawTouch): string {
  return click.url ?? click.itemId ?? click.title
}
