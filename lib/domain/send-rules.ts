import type { Asset } from './asset'
import type { SendChannel } from './ledger'
import type { Person } from './person'
import type { Crm } from './record-ref'
import { safeAssetUrl } from './safe-url'
import { say, type Sentence } from './sentence'

export type SendPermission = { ok: true } | { ok: false; why: Sentence }

const mailChannels: ReadonlySet<SendChannel> = new Set(['hubspot', 'mailto', 'gmail', 'outlook'])

/** Whether the channel sends a mail; the others hand the asset over in another way. */
export function isMail(channel: SendChannel): boolean {
  return mailChannels.has(channel)
}

/** Ways to send from a record of this CRM, the best first: HubSpot's composer tracks and logs by itself. */
export function channelsFor(crm: Crm): SendChannel[] {
  const everywhere: SendChannel[] = ['mailto', 'gmail', 'outlook', 'copy', 'meeting']
  return crm === 'hubspot' ? ['hubspot', ...everywhere] : everywhere
}

/**
 * Whether the asset may go to the person this way now, or the first thing that stands against it. Without a person only what
 * concerns the asset is asked. `now` in epoch milliseconds.
 */
export function canSend(asset: Asset, person: Person | undefined, channel: SendChannel, now: number): SendPermission {
  const why = againstAsset(asset, channel, now) ?? (person && isMail(channel) ? againstMail(person) : undefined)
  return why ? { ok: false, why } : { ok: true }
}

function againstAsset(asset: Asset, channel: SendChannel, now: number): Sentence | undefined {
  if (asset.status !== 'approved') return say(asset.status === 'archived' ? 'sendRule.archived' : 'sendRule.not_approved')
  if (!asset.shareable) return say('sendRule.not_shareable')
  if (asset.expires !== undefined && asset.expires <= now) return say('sendRule.expired', { date: asset.expires })
  if (channel !== 'meeting' && (asset.url === undefined || safeAssetUrl(asset.url) === undefined)) return say('sendRule.no_public_address')
  return undefined
}

function againstMail(person: Person): Sentence | undefined {
  if (person.optedOut) return say('sendRule.opted_out')
  return person.email?.trim() ? undefined : say('sendRule.no_email')
}
