import { toErrorInfo, type ErrorInfo } from '@/lib/domain/errors'
import type { FoundHandOver, HandOverPart, HandOverRule } from '@/lib/domain/hand-over'
import { progressBatch, type HandOverLack, type HandOverProgress, type HandOverReader, type HandOverUpdate } from '@/lib/domain/hand-over-ports'
import { describeProfile } from '@/lib/domain/profile'
import type { Playbook } from '@/lib/domain/playbook'
import { orgKey, recordKey } from '@/lib/domain/record-ref'
import type { AppDeps } from '../deps'

/** What a step of a reading did; `left` leads still wait for their progress. */
export interface ReadStep { count: number; added: number; left: number; more: boolean; error?: ErrorInfo | undefined }

type Deps = Pick<AppDeps, 'clock' | 'handOvers' | 'playbooks' | 'defaultPlaybook' | 'settings' | 'policy' | 'connectors'>

const dayMs = 86_400_000
/** What was complete so lately is not looked for again within one reading. */
const freshMs = 60_000
/** A step ends after that long, so that whoever asks can show how far it is, or stop. */
const stepMs = 4_000
const allParts: readonly HandOverPart[] = ['follow-up', 'campaigns', 'stages', 'outcome']

/**
 * Reads on for a few seconds: first who was handed over, then what became of those not read since `readBefore`. Each page is stored with its cursor, so that
 * stopping, failing and a used-up API budget lose nothing.
 */
export async function readStep(deps: Deps, rule: HandOverRule, readBefore: number): Promise<ReadStep> {
  const { clock, handOvers: store } = deps
  const key = orgKey(rule)
  const reader = deps.connectors.for(rule.crm).handOvers
  const until = clock.now() + stepMs
  let added = 0
  const result = async (more: boolean, error?: ErrorInfo): Promise<ReadStep> => ({ count: await store.count(key), added, left: await store.countDue(key, readBefore), more, error })
  if (!reader) return result(false)
  try {
    const { since, playbook } = await limitsOf(deps, rule)
    do {
      const state = await store.state(key)
      if (!state || state.more || clock.now() - (state.completeAt ?? 0) > freshMs) {
        added += await store.merge(rule, await reader.find({ ...rule, since }, state?.cursor), clock.now())
        continue
      }
      const due = await store.due(key, readBefore, progressBatch)
      if (due.length === 0) return await result(false)
      const { updates, lacks } = await readProgress(reader, rule, due, playbook, clock.now())
      await store.update(rule, updates, lacks, clock.now())
    } while (clock.now() < until)
    return await result(true)
  } catch (failure) {
    return result(false, toErrorInfo(failure))
  }
}

/** Nothing older than what the team keeps is read at all. */
async function limitsOf(deps: Deps, rule: HandOverRule): Promise<{ since: number; playbook: Playbook }> {
  const [{ retentionDays }, policy, playbook] = await Promise.all([deps.settings.get(), deps.policy(), deps.playbooks.current()])
  return { since: Math.max(rule.since, deps.clock.now() - (policy.retentionDays ?? retentionDays) * dayMs), playbook: playbook ?? deps.defaultPlaybook }
}

async function readProgress(reader: HandOverReader, rule: HandOverRule, due: readonly FoundHandOver[], playbook: Playbook, now: number): Promise<{ updates: HandOverUpdate[]; lacks: HandOverLack[] }> {
  const { progress, lacks } = await reader.progress(rule, due)
  const byKey = new Map(progress.map((one) => [recordKey(one.ref), one]))
  const updates = due.map(({ ref }): HandOverUpdate => {
    const read = byKey.get(recordKey(ref))
    // Not to be asked about again and again.
    return read ? toUpdate(read, playbook, now) : { ref, readAt: now, campaigns: [], same: [], unknown: [...allParts] }
  })
  return { updates, lacks }
}

/** The CRM's words become the team's; title, status and lifecycle themselves are not kept. */
function toUpdate({ title, industry, status, lifecycle, ...rest }: HandOverProgress, playbook: Playbook, now: number): HandOverUpdate {
  const profile = describeProfile({ title, industry, status, lifecycle, language: undefined }, playbook)
  return { ...rest, persona: profile.persona, industry: profile.industry, stage: profile.stage, readAt: now }
}
