import type { Asset } from './asset'
import type { SendChannel } from './ledger'
import { safeAssetUrl } from './safe-url'
import { isMail } from './send-rules'
import { normalWords } from './words'

export interface LinkPurpose {
  channel: SendChannel
  /** What the send belongs to, never whom it goes to. */
  campaign?: string | undefined
}

/**
 * The asset's address with campaign parameters (`utm_source`, `utm_medium`, `utm_campaign`, `utm_content`) in lower case.
 * Parameters the address has already stay as they are. Nothing in it names the person. `undefined` where the asset has no
 * address that may be opened.
 */
export function sendLink(asset: Asset, { channel, campaign }: LinkPurpose): string | undefined {
  const safe = asset.url === undefined ? undefined : safeAssetUrl(asset.url)
  if (safe === undefined) return undefined
  const url = new URL(safe)
  const parameters: [string, string][] = [
    ['utm_source', 'leadside'],
    ['utm_medium', isMail(channel) ? 'email' : 'sales'],
    ['utm_campaign', tag(campaign ?? '') || 'sales'],
    ['utm_content', tag(asset.id)],
  ]
  const present = new Set([...url.searchParams.keys()].map((name) => name.toLowerCase()))
  const added = parameters.filter(([name, value]) => value !== '' && !present.has(name)).map(([name, value]) => `${name}=${value}`)
  url.search = `?${[url.search.slice(1), ...added].filter((part) => part !== '').join('&')}`
  return url.href
}

/** Lower-case words joined by dashes; nothing where it could be an address of a person. */
function tag(text: string): string {
  return text.includes('@') ? '' : encodeURIComponent(normalWords(text).replaceAll(' ', '-'))
}
