/** A date as feeds write it (RFC 822 or ISO 8601) in ISO 8601; empty where it is none. */
export function isoMoment(text: string | undefined): string {
  const at = text ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? '' : new Date(at).toISOString()
}

/** The earliest of these moments; `undefined` where not all rows have one. */
export function earliest(moments: readonly string[]): number | undefined {
  const times = moments.map((moment) => Date.parse(moment))
  return times.length === 0 || times.some(Number.isNaN) ? undefined : Math.min(...times)
}

/** An address as it stands in a document, whole; as given where it cannot be. */
export function wholeAddress(href: string, base: string): string {
  return URL.canParse(href, base) ? new URL(href, base).href : href
}
