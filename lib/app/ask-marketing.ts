import { cleanText } from '@/lib/domain/clean-text'
import type { DismissedEvent } from '@/lib/domain/ledger'
import type { RecordRef } from '@/lib/domain/record-ref'
import type { AppDeps } from './deps'
import { actorFor, type RecordReader } from './open-record'

/** "Ask for this": what a rep missed in the library, with the lead's stage and industry. */
export async function requestAsset(deps: AppDeps, reader: RecordReader, input: { ref: RecordRef; query: string; note?: string | undefined }): Promise<void> {
  const facts = await reader.facts(input.ref)
  const policy = await deps.policy()
  const at = deps.clock.now()
  await deps.ledger.append([{
    type: 'request', id: deps.chance.id(at), at, ref: input.ref, rep: await actorFor(deps, facts), query: cleanText(input.query, 300),
    note: policy.allowFreeText === false || !input.note ? undefined : cleanText(input.note, 2000),
    stage: facts.profile.stage, industry: facts.profile.industry, persona: facts.profile.persona,
  }], [])
}

/** "Not this one": teaches at once, for this person and, by its reason, for others. */
export async function dismissSuggestion(deps: AppDeps, reader: RecordReader, input: { ref: RecordRef; assetId: string; reason: DismissedEvent['reason'] }): Promise<void> {
  const facts = await reader.facts(input.ref)
  const at = deps.clock.now()
  await deps.ledger.append([{ type: 'dismissed', id: deps.chance.id(at), at, ref: input.ref, rep: await actorFor(deps, facts), assetId: input.assetId, reason: input.reason }], [])
  deps.tell.record(input.ref)
}
