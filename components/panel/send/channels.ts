import type { SendChannel } from '@/lib/domain/ledger'
import type { SendView } from '@/lib/domain/view'
import { message } from '@/components/ui/message'

/** Channels after which only the rep knows whether the asset went out. */
const asked: ReadonlySet<SendChannel> = new Set(['mailto', 'gmail', 'outlook', 'copy'])

export function channelName(channel: SendChannel): string {
  return message(`send.channel.${channel}`)
}

/** The same inside a sentence: "Gmail", "copied". */
export function wayName(channel: SendChannel): string {
  return message(`send.way.${channel}`)
}

/** The newest send that was opened and of which nobody has said whether it went out. */
export function findUnanswered(sends: readonly SendView[]): SendView | undefined {
  return sends.filter(({ event, outcome }) => !outcome && asked.has(event.channel)).sort((a, b) => b.event.at - a.event.at)[0]
}

/** Fields of the template that still stand in the text as `{field}`. */
export function openFields(missing: readonly string[], ...texts: string[]): string[] {
  return missing.filter((field) => texts.some((text) => text.includes(`{${field}}`)))
}
