import type { Asset } from '@/lib/domain/asset'
import { composeUrl } from '@/lib/domain/compose-link'
import { AppError } from '@/lib/domain/errors'
import type { LedgerEvent, SendChannel, SendEvent } from '@/lib/domain/ledger'
import { mergeTemplate } from '@/lib/domain/merge-template'
import type { RecordRef } from '@/lib/domain/record-ref'
import { sendLink } from '@/lib/domain/send-link'
import { canSend, channelsFor } from '@/lib/domain/send-rules'
import type { PreparedSend } from '@/lib/domain/send-view'
import type { Sentence } from '@/lib/domain/sentence'
import type { SendView } from '@/lib/domain/view'
import { sendViews } from './assemble-view'
import type { AppDeps } from './deps'
import { actorFor, type RecordReader } from './open-record'
import { crmRows } from './outbox-entry'

export interface SendDesk {
  /** The mail as it would open: fields merged, unknown ones named, each channel with what stands against it. */
  prepare(input: { ref: RecordRef; assetId: string; channel?: SendChannel | undefined }): Promise<PreparedSend>
  /**
   * Writes the send into the ledger, then opens the composer. `copy` is the text to put on the clipboard where the channel
   * is `copy` or the composer cannot take the text (`why`).
   * @throws AppError `opted-out`, `not-sendable`
   */
  open(input: { ref: RecordRef; eventId: string; assetId: string; channel: SendChannel; subject: string; body: string }): Promise<{ send: SendView; copy?: string | undefined; why?: Sentence | undefined }>
  /** The rep says whether the mail went out; only *sent* is written to the CRM. */
  outcome(input: { ref: RecordRef; eventId: string; sendId: string; outcome: 'sent' | 'dropped' }): Promise<SendView>
}

/** Channels the CRM is not written after: HubSpot logs its own mail. */
const logsItself: ReadonlySet<SendChannel> = new Set(['hubspot'])

export function createSendDesk(deps: AppDeps, reader: RecordReader): SendDesk {
  /** Sends whose composer this start of the background has opened: a repeated message opens no second one. */
  const shown = new Set<string>()

  async function expectAsset(assetId: string): Promise<Asset> {
    const asset = await deps.assets.byId(assetId)
    if (!asset) throw new AppError('not-sendable')
    return asset
  }

  /** The text with a tracked link in place of the asset's own address, where it holds that and the hub made one in time. */
  async function tracked({ id, asset, ref, campaign, channel, body }: { id: string; asset: Asset; ref: RecordRef; campaign: string | undefined; channel: SendChannel; body: string }) {
    const link = sendLink(asset, { campaign, channel })
    // The text was written for the way that was preferred, and may go another.
    const own = (['mailto', 'copy'] as const).map((way) => sendLink(asset, { campaign, channel: way })).filter((address) => address !== undefined && body.includes(address))
    const made = own.length > 0 && asset.source.system === 'hub' ? await deps.hub?.link({ id, assetId: asset.id, ref }) : undefined
    if (made === undefined) return { link, text: body }
    return { link: made, text: own.reduce<string>((text, address) => text.replaceAll(address ?? '', made), body) }
  }

  async function viewOf(events: readonly LedgerEvent[], sendId: string): Promise<SendView> {
    const view = sendViews(events, await deps.outbox.forEvents([sendId])).find(({ event }) => event.id === sendId)
    if (!view) throw new AppError('bug')
    return view
  }

  return {
    async prepare({ ref, assetId, channel }) {
      const [facts, asset, settings] = await Promise.all([reader.facts(ref), expectAsset(assetId), deps.settings.get()])
      const { person } = facts.snapshot
      const now = deps.clock.now()
      const rep = await actorFor(deps, facts)
      const channels = channelsFor(person.ref.crm).map((candidate) => {
        const allowed = canSend(asset, person, candidate, now)
        return allowed.ok ? { channel: candidate, ok: true } : { channel: candidate, ok: false, why: allowed.why }
      })
      const preferred = channel ?? settings.sendChannel
      const chosen = channels.find((option) => option.channel === preferred && option.ok) ?? channels.find((option) => option.ok) ?? channels[0]
      if (!chosen) throw new AppError('not-sendable')
      const link = sendLink(asset, { campaign: facts.profile.stage, channel: chosen.channel })
      const fields = { person, asset, link, rep, facts: facts.profile }
      const subject = mergeTemplate(settings.subjectTemplate, fields, 'header')
      const body = mergeTemplate(settings.bodyTemplate, fields)
      return {
        assetId, to: person.email, toName: person.name, subject: subject.text, body: body.text, link,
        ...(link !== undefined && asset.source.system === 'hub' && (await deps.hub?.makesLinks()) ? { tracked: true } : {}),
        missing: [...new Set([...subject.missing, ...body.missing])], channels, channel: chosen.channel,
      }
    },

    async open({ ref, eventId, assetId, channel, subject, body }) {
      const [facts, asset, settings] = await Promise.all([reader.facts(ref), expectAsset(assetId), deps.settings.get()])
      const { person } = facts.snapshot
      const now = deps.clock.now()
      const allowed = canSend(asset, person, channel, now)
      if (!allowed.ok) throw new AppError(allowed.why.id === 'sendRule.opted_out' ? 'opted-out' : 'not-sendable')
      const rep = await actorFor(deps, facts)
      const known = facts.events.some((candidate) => candidate.id === eventId)
      const { link, text } = await tracked({ id: eventId, asset, ref, campaign: facts.profile.stage, channel, body })
      const event: SendEvent = {
        type: 'send', id: eventId, at: now, ref, rep, assetId, assetVersion: asset.version, title: asset.title, link, channel,
      }
      const sentAlready = channel === 'meeting' || (settings.logAtOpening && !logsItself.has(channel))
      const outcome = { type: 'send-outcome' as const, id: deps.chance.id(now), at: now, ref, rep, sendId: eventId, outcome: 'sent' as const, by: channel === 'meeting' ? ('rep' as const) : ('setting' as const) }
      const events = sentAlready ? [event, outcome] : [event]
      const rows = sentAlready ? crmRows(event, ['send-log'], now) : []
      if (!known) await deps.ledger.append(events, rows)
      deps.tell.record(ref)
      if (rows.length > 0) deps.deliverSoon(now)
      const send = await viewOf(known ? facts.events : [...facts.events, ...events], eventId)
      if (channel === 'copy') return { send, copy: text }
      if (channel === 'meeting') return { send }
      const host = await deps.connectors.pageHost(ref.crm, ref.org)
      const target = composeUrl({ channel, person, subject, body: text, host })
      if (!target.ok) return { send, copy: text, why: target.why }
      if (!shown.has(eventId)) {
        shown.add(eventId)
        await deps.door.open(target.url)
      }
      return { send }
    },

    async outcome({ ref, eventId, sendId, outcome }) {
      const facts = await reader.facts(ref)
      const send = facts.events.find((event) => event.id === sendId)
      if (send?.type !== 'send') throw new AppError('not-found')
      const now = deps.clock.now()
      const rep = await actorFor(deps, facts)
      const event = { type: 'send-outcome' as const, id: eventId, at: now, ref, rep, sendId, outcome, by: 'rep' as const }
      const inCrm = logsItself.has(send.channel) || facts.events.some((known) => known.type === 'send-outcome' && known.sendId === sendId && known.by === 'mail')
      const rows = outcome === 'sent' && !inCrm ? crmRows(send, ['send-log'], now) : []
      await deps.ledger.append([event], rows)
      if (outcome === 'dropped') await deps.outbox.cancel(sendId)
      deps.tell.record(ref)
      if (rows.length > 0) deps.deliverSoon(now)
      return viewOf([...facts.events, event], sendId)
    },
  }
}
