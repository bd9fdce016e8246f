/** A web address as it may be shown and opened; `undefined` for anything that is not http(s). */
export function webAddress(text: string | null | undefined): string | undefined {
  const url = text ? URL.parse(text) : null
  return url && (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' ? url.href : undefined
}

/** The campaign a link names by `utm_campaign`. */
export function campaignOf(address: string | undefined): { name: string } | undefined {
  const name = address ? URL.parse(address)?.searchParams.get('utm_campaign') : undefined
  return name ? { name } : undefined
}
