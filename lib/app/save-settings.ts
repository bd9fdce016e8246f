import { AppError } from '@/lib/domain/errors'
import type { Crm } from '@/lib/domain/record-ref'
import type { Settings, SettingsPatch } from '@/lib/domain/settings'
import type { AppDeps } from './deps'

type Needs = Pick<AppDeps, 'settings' | 'policy' | 'connectors'>

/**
 * Saves what a person chose. Which status a verdict sets is no choice of one's own: only who may administer the CRM makes it.
 * @throws AppError `policy` where the organisation made it already, `forbidden` for everybody else
 */
export async function saveSettings(deps: Needs, patch: SettingsPatch): Promise<Settings> {
  const { statusMap } = await deps.settings.get()
  for (const crm of ['salesforce', 'hubspot'] as const) {
    if (patch.statusMap && !sameEntries(patch.statusMap[crm], statusMap[crm])) await expectAdmin(deps, crm)
  }
  return deps.settings.save(patch)
}

async function expectAdmin({ policy, connectors }: Needs, crm: Crm): Promise<void> {
  if ((await policy()).statusByVerdict) throw new AppError('policy', { detail: 'statusByVerdict' })
  for (const connection of await connectors.connections()) {
    if (connection.crm === crm && (await connectors.for(crm).mayAdminister(connection.org, true))) return
  }
  throw new AppError('forbidden', { detail: crm })
}

function sameEntries(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return keys.every((key) => a[key] === b[key])
}
