import type * as z from 'zod/mini'
import type { ErrorKind } from '@/lib/domain/errors'
import type { HubAbout, HubMember, HubTerms, LinkOpenings, OpenInvite } from '@/lib/domain/hub'
import type { Delta, WriteOutcome } from '@/lib/domain/hub-port'
import { laterFieldsOf, type LaterFields } from '@/lib/domain/later-fields'
import { playbook, type Playbook } from '@/lib/domain/playbook'
import { parseTolerant, type HubInfo, type HubInvite, type HubPerson, type HubSettings, type LinkCounts, type playbookOutcome } from './contract'
import type { HubAnswer } from './http'

/** What this release understands of something a hub of any release wrote; `undefined` where that is nothing. */
export function known<T>(shape: z.core.$ZodType<T>, wire: unknown): T | undefined {
  const parsed = parseTolerant(shape, wire)
  return parsed.success ? parsed.data : undefined
}

/** The same with what a newer release wrote beside. */
export function knownAndLater<T>(shape: z.core.$ZodType<T>, wire: unknown): { value: T; later: LaterFields | undefined } | undefined {
  const value = known(shape, wire)
  return value === undefined ? undefined : { value, later: laterFieldsOf(wire, value) }
}

export function toMember({ id, name, email, role }: HubPerson): HubMember {
  return { id, name, email, role }
}

/** Adds the days up; a hub of an earlier release tells of every asset. */
export function toOpenings({ items }: LinkCounts, assetId: string): LinkOpenings {
  const openings: LinkOpenings = { human: 0, machine: 0, unknown: 0 }
  for (const { assetId: of, by, n } of items) if (of === assetId) openings[by] += n
  return openings
}

/** None where it lets nobody in any more. */
export function toOpenInvite({ id, role, uses, usesLeft, expiresAt, email, revoked }: HubInvite, now: number): OpenInvite[] {
  return revoked || usesLeft < 1 || expiresAt <= now ? [] : [{ id, role, uses, usesLeft, until: expiresAt, email }]
}

export function toAbout({ name, links, hubspot }: HubInfo): HubAbout {
  return { name, links, ...(hubspot ? { hubspot } : {}) }
}

/** Without what only a newer release knows, which the hub keeps. */
export function toTerms({ name, links, legalGround, retentionDays, linkDays, statusByVerdict }: HubSettings): HubTerms {
  return { name, links, legalGround, retentionDays, linkDays, statusByVerdict }
}

interface Page<W> { items: W[]; next: string; more: boolean }

/** One page, without entries this release does not understand: a newer release will read them from the start. */
export function toDelta<W, T>(answer: HubAnswer<Page<W>>, toItem: (wire: W) => T | undefined): Delta<T> {
  if (answer.unchanged) return answer
  const { next, more } = answer.value
  const items = answer.value.items.map(toItem).filter((item) => item !== undefined)
  return { unchanged: false, items, next, more, tag: answer.tag, leftOut: answer.value.items.length - items.length }
}

interface WireOutcome { id: string; status: string; version?: number | undefined; current?: unknown; kind?: ErrorKind | undefined; detail?: string | undefined }

export function toOutcome<T>(shape: z.core.$ZodType<T>, { id, status, version, current, kind, detail }: WireOutcome): WriteOutcome<T> {
  if (status === 'refused') return { id, status, error: { kind: kind ?? 'invalid', detail } }
  const read = current === undefined ? undefined : knownAndLater(shape, current)
  return { id, status: status === 'conflict' ? 'conflict' : 'stored', version, current: read?.value, later: read?.later }
}

export function toPlaybookOutcome(id: string, { status, current }: z.infer<typeof playbookOutcome>): WriteOutcome<Playbook> {
  const read = current && knownAndLater(playbook, current)
  return { id, status, current: read?.value, later: read?.later }
}
