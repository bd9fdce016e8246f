import { optionsOf, type HandOverBy, type HandOverOption, type HandOverRule, type HandOverWay } from '@/lib/domain/hand-over'
import type { HandOverChoices } from '@/lib/domain/hand-over-ports'
import type { Playbook } from '@/lib/domain/playbook'
import { findStage } from '@/lib/domain/profile'

/** What the form holds: a way, the ids chosen for it, how far back, and which values mean which stage. */
export interface RuleValues { by: HandOverBy; ids: readonly string[]; days: number; mql: readonly string[]; sql: readonly string[] }

export const lookBacks = [30, 90, 180, 365] as const

const dayMs = 86_400_000
const single: ReadonlySet<HandOverBy> = new Set(['list-view', 'lifecycle-stage', 'list'])

/** Of these exactly one is chosen; of the others any number. */
export function isSingle(by: HandOverBy): boolean {
  return single.has(by)
}

/** What the form starts with: the rule there is, else the first way the CRM offers, with stages as the playbook maps them. */
export function startValues({ ways, stages }: HandOverChoices, rule: HandOverRule | undefined, playbook: Playbook | undefined): RuleValues {
  if (rule) return { by: rule.way.by, ids: optionsOf(rule.way).map(({ id }) => id), days: Math.max(30, Math.round((rule.setAt - rule.since) / dayMs)), mql: rule.mql, sql: rule.sql }
  const meaning = (stage: string) => stages.filter(({ id, label }) => [id, label].some((value) => findStage(value, playbook?.stages ?? [])?.id === stage)).map(({ id }) => id)
  const [first] = ways
  return { by: (ways.find(({ options }) => options.length > 0) ?? first)?.by ?? 'lead-status', ids: [], days: 365, mql: meaning('mql'), sql: meaning('sql') }
}

/** What can be chosen for a way: what the CRM offers, and what the rule names although it is offered no more; without it, saving would change the rule unseen. */
export function optionsFor({ by, options }: HandOverChoices['ways'][number], rule: HandOverRule | undefined): readonly HandOverOption[] {
  const named = rule?.way.by === by ? optionsOf(rule.way) : []
  return [...options, ...named.filter(({ id }) => options.every((option) => option.id !== id))]
}

/** The way these values describe; `undefined` while nothing is chosen. Of campaigns none means any. */
export function wayOf({ by, ids }: RuleValues, options: readonly HandOverOption[]): HandOverWay | undefined {
  const chosen = options.filter(({ id }) => ids.includes(id))
  const [one] = chosen
  if (by === 'campaign-response') return { by, campaigns: chosen }
  if (!one) return undefined
  switch (by) {
    case 'lead-status': return { by, statuses: chosen.map(({ id }) => id) }
    case 'lead-owner': return { by, owners: chosen }
    case 'list-view': return { by, view: one }
    case 'lifecycle-stage': return { by, stage: one }
    case 'list': return { by, list: one }
  }
}

export function sinceOf({ days }: RuleValues, now: number): number {
  return now - days * dayMs
}
