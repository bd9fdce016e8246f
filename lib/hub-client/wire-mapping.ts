import type * as z from 'zod/mini'
import type { ErrorKind } from '@/lib/domain/errors'
import type { HubAbout, HubMember, HubTerms } from '@/lib/domain/hub'
import type { Delta, WriteOutcome } from '@/lib/domain/hub-port'
import { playbook, type Playbook } from '@/lib/domain/playbook'
import { parseTolerant, type HubInfo, type HubPerson, type HubSettings, type playbookOutcome } from './contract'
import type { HubAnswer } from './http'

/** What this release understands of something a hub of any release wrote; `undefined` where that is nothing. */
export function known<T>(shape: z.core.$ZodType<T>, wire: unknown): T | undefined {
  const parsed = parseTolerant(shape, wire)
  return parsed.success ? parsed.data : undefined
}

export function toMember({ id, name, email, role }: HubPerson): HubMember {
  return { id, name, email, role }
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
  const { items, next, more } = answer.value
  return { unchanged: false, items: items.map(toItem).filter((item) => item !== undefined), next, more, tag: answer.tag }
}

interface WireOutcome { id: string; status: string; version?: number | undefined; current?: unknown; kind?: ErrorKind | undefined; detail?: string | undefined }

export function toOutcome<T>(shape: z.core.$ZodType<T>, { id, status, version, current, kind, detail }: WireOutcome): WriteOutcome<T> {
  if (status === 'refused') return { id, status, error: { kind: kind ?? 'invalid', detail } }
  return { id, status: status === 'conflict' ? 'conflict' : 'stored', version, current: current === undefined ? undefined : known(shape, current) }
}

export function toPlaybookOutcome(id: string, { status, current }: z.infer<typeof playbookOutcome>): WriteOutcome<Playbook> {
  return { id, status, current: current && known(playbook, current) }
}
