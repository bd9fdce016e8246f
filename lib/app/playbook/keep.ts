import { AppError } from '@/lib/domain/errors'
import type { Playbook } from '@/lib/domain/playbook'
import { nextPlaybook, playbookChanges, type PlaybookVersion } from '@/lib/domain/playbook-version'
import { isTimeZone } from '@/lib/domain/promises/zone'
import type { AppDeps } from '../deps'

export interface PlaybookKeeper {
  /**
   * Puts an edited playbook in force as its next version.
   * @throws AppError `conflict` where somebody saved another meanwhile, `invalid` where its time zone is none
   */
  save(edited: Playbook): Promise<Playbook>
  /** Newest first; the one that ships stands last. */
  versions(): Promise<PlaybookVersion[]>
  /** @throws AppError `not-found` */
  version(version: string): Promise<Playbook>
}

export function createPlaybookKeeper(deps: Pick<AppDeps, 'playbooks' | 'defaultPlaybook' | 'clock' | 'tell' | 'snapshots' | 'connectors'>): PlaybookKeeper {
  return {
    async save(edited) {
      const current = (await deps.playbooks.current()) ?? deps.defaultPlaybook
      if (edited.version !== current.version) throw new AppError('conflict')
      if (edited.promises && !isTimeZone(edited.promises.timeZone)) throw new AppError('invalid', { detail: edited.promises.timeZone })
      const at = deps.clock.now()
      const next = nextPlaybook(current, edited, { at, by: await whoSaves(deps) })
      await deps.playbooks.put(next, at)
      deps.tell.settings()
      return next
    },

    async versions() {
      const kept = [...(await deps.playbooks.all()), { at: 0, playbook: deps.defaultPlaybook }]
      return kept.map(({ at, playbook }, index) => {
        const before = kept[index + 1]?.playbook
        return { version: playbook.version, at: playbook.savedAt ?? at, by: playbook.savedBy, changes: before ? playbookChanges(before, playbook) : [] }
      })
    },

    async version(version) {
      const found = (await deps.playbooks.byVersion(version)) ?? (deps.defaultPlaybook.version === version ? deps.defaultPlaybook : undefined)
      if (!found) throw new AppError('not-found')
      return found
    },
  }
}

/** The person's name in the CRM, as the last read record or the CRM itself says; nothing where nobody knows. */
async function whoSaves(deps: Pick<AppDeps, 'snapshots' | 'connectors'>): Promise<string | undefined> {
  const [last] = await deps.snapshots.recent(1)
  if (last?.actingAs) return last.actingAs.name
  const [connection] = await deps.connectors.connections()
  return connection && deps.connectors.for(connection.crm).actor(connection.org).then(({ name }) => name, () => undefined)
}
