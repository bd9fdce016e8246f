import type { Asset } from '@/lib/domain/asset'
import type { LedgerEvent } from '@/lib/domain/ledger'
import type { OutboxRow } from '@/lib/domain/outbox'
import type { Profile } from '@/lib/domain/person'
import type { Playbook } from '@/lib/domain/playbook'
import { linkTouches } from '@/lib/domain/link-touches'
import { describeProfile } from '@/lib/domain/profile'
import { recordKey, type RecordRef } from '@/lib/domain/record-ref'
import type { Snapshot } from '@/lib/domain/snapshot'
import { buildStories } from '@/lib/domain/story-build'
import type { Story, Touch } from '@/lib/domain/touch'
import type { AppDeps } from './deps'

/** All that is known of one record at a moment: what every use case about a record starts from. */
export interface RecordFacts {
  ref: RecordRef
  snapshot: Snapshot
  profile: Profile
  stories: Story[]
  /** Newest first. */
  touches: Touch[]
  /** Events of every record that is this person. */
  events: LedgerEvent[]
  outbox: OutboxRow[]
  assets: readonly Asset[]
  playbook: Playbook
}

type Needs = Pick<AppDeps, 'hubStore' | 'ledger' | 'outbox' | 'assets' | 'playbooks' | 'defaultPlaybook'>

/** Joins the local copy of a record with what was done about it. */
export async function gatherFacts(deps: Needs, snapshot: Snapshot): Promise<RecordFacts> {
  const keys = [...new Set([snapshot.person.ref, ...snapshot.person.same].map(recordKey))]
  const [events, outbox, assets, stored, views] = await Promise.all([
    deps.ledger.forRecord(keys), deps.outbox.forRecords(keys), deps.assets.all(), deps.playbooks.current(), deps.hubStore.viewsOf(keys),
  ])
  const playbook = stored ?? deps.defaultPlaybook
  const { touches, stories } = buildStories({ raw: [...snapshot.touches, ...linkTouches(views, assets)], assets })
  return {
    ref: snapshot.person.ref, snapshot, profile: describeProfile(snapshot.person, playbook), stories, touches, events, outbox, assets, playbook,
  }
}
